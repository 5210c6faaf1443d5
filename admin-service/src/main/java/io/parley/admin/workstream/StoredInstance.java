package io.parley.admin.workstream;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that a workstream has taken up, as a row. */
@Embeddable
class StoredInstance {

  private UUID channelAddressId;
  private String language;

  /** For Hibernate. */
  StoredInstance() {}

  StoredInstance(UUID channelAddressId, String language) {
    this.channelAddressId = channelAddressId;
    this.language = language;
  }

  UUID channelAddressId() {
    return channelAddressId;
  }

  String language() {
    return language;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredInstance instance
        && instance.channelAddressId.equals(channelAddressId)
        && instance.language.equals(language);
  }

  @Override
  public int hashCode() {
    return Objects.hash(channelAddressId, language);
  }
}
