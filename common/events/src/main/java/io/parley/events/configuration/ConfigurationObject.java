package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** One object of the configuration. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Account.class, name = "ACCOUNT"),
  @JsonSubTypes.Type(value = ChannelAddress.class, name = "CHANNEL_ADDRESS"),
  @JsonSubTypes.Type(value = Workstream.class, name = "WORKSTREAM"),
  @JsonSubTypes.Type(value = Queue.class, name = "QUEUE"),
  @JsonSubTypes.Type(value = User.class, name = "USER"),
  @JsonSubTypes.Type(value = RetiredAccount.class, name = "RETIRED_ACCOUNT")
})
public sealed interface ConfigurationObject
    permits Account, ChannelAddress, Workstream, Queue, User, RetiredAccount {

  /** What sort of object a record of the configuration is. */
  enum Kind {
    ACCOUNT,
    CHANNEL_ADDRESS,
    WORKSTREAM,
    QUEUE,
    USER,
    /** An account that was deleted a short while ago. */
    RETIRED_ACCOUNT
  }

  /** Stable id. */
  UUID id();

  /** What sort of object this is. */
  @JsonIgnore
  Kind kind();
}
