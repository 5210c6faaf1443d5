package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/**
 * One object of the configuration. The records carry the limits of their fields, because the same
 * record is what an administrator sends, what a configuration document holds and what every service
 * gets; only the administration checks them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BusinessUnit.class, name = "BUSINESS_UNIT"),
  @JsonSubTypes.Type(value = RatingModel.class, name = "RATING_MODEL"),
  @JsonSubTypes.Type(value = SkillType.class, name = "SKILL_TYPE"),
  @JsonSubTypes.Type(value = Skill.class, name = "SKILL"),
  @JsonSubTypes.Type(value = CapacityProfile.class, name = "CAPACITY_PROFILE"),
  @JsonSubTypes.Type(value = CustomPresence.class, name = "CUSTOM_PRESENCE"),
  @JsonSubTypes.Type(value = OperatingHours.class, name = "OPERATING_HOURS"),
  @JsonSubTypes.Type(value = ContextVariable.class, name = "CONTEXT_VARIABLE"),
  @JsonSubTypes.Type(value = ClassificationRuleset.class, name = "CLASSIFICATION_RULESET"),
  @JsonSubTypes.Type(value = RouteToQueueRuleset.class, name = "ROUTE_TO_QUEUE_RULESET"),
  @JsonSubTypes.Type(value = Account.class, name = "ACCOUNT"),
  @JsonSubTypes.Type(value = ChannelAddress.class, name = "CHANNEL_ADDRESS"),
  @JsonSubTypes.Type(value = Workstream.class, name = "WORKSTREAM"),
  @JsonSubTypes.Type(value = ChannelInstance.class, name = "CHANNEL_INSTANCE"),
  @JsonSubTypes.Type(value = Queue.class, name = "QUEUE"),
  @JsonSubTypes.Type(value = User.class, name = "USER"),
  @JsonSubTypes.Type(value = Bot.class, name = "BOT"),
  @JsonSubTypes.Type(value = MessageTemplate.class, name = "MESSAGE_TEMPLATE"),
  @JsonSubTypes.Type(value = AutomatedMessage.class, name = "AUTOMATED_MESSAGE"),
  @JsonSubTypes.Type(value = QuickReply.class, name = "QUICK_REPLY"),
  @JsonSubTypes.Type(value = BlockedSender.class, name = "BLOCKED_SENDER"),
  @JsonSubTypes.Type(value = DataMaskingRule.class, name = "DATA_MASKING_RULE"),
  @JsonSubTypes.Type(value = FieldSecurityProfile.class, name = "FIELD_SECURITY_PROFILE"),
  @JsonSubTypes.Type(value = RetiredAccount.class, name = "RETIRED_ACCOUNT")
})
public sealed interface ConfigurationObject
    permits BusinessUnit,
        RatingModel,
        SkillType,
        Skill,
        CapacityProfile,
        CustomPresence,
        OperatingHours,
        ContextVariable,
        ClassificationRuleset,
        RouteToQueueRuleset,
        Account,
        RetiredAccount,
        ChannelAddress,
        Workstream,
        ChannelInstance,
        Queue,
        User,
        Bot,
        MessageTemplate,
        AutomatedMessage,
        QuickReply,
        BlockedSender,
        DataMaskingRule,
        FieldSecurityProfile {

  /** What sort of object a record of the configuration is. Objects refer to earlier kinds. */
  enum Kind {
    BUSINESS_UNIT("business-units"),
    RATING_MODEL("rating-models"),
    SKILL_TYPE("skill-types"),
    SKILL("skills"),
    CAPACITY_PROFILE("capacity-profiles"),
    CUSTOM_PRESENCE("presences"),
    OPERATING_HOURS("operating-hours"),
    USER("users"),
    QUEUE("queues"),
    ACCOUNT("accounts"),
    CHANNEL_ADDRESS("channel-addresses"),
    BOT("bots"),
    WORKSTREAM("workstreams"),
    CONTEXT_VARIABLE("context-variables"),
    CLASSIFICATION_RULESET("classification-rulesets"),
    ROUTE_TO_QUEUE_RULESET("route-to-queue-rulesets"),
    CHANNEL_INSTANCE("channel-instances"),
    MESSAGE_TEMPLATE("message-templates"),
    AUTOMATED_MESSAGE("automated-messages"),
    QUICK_REPLY("quick-replies"),
    BLOCKED_SENDER("blocked-senders"),
    DATA_MASKING_RULE("data-masking-rules"),
    FIELD_SECURITY_PROFILE("field-security-profiles"),
    /** An account that was deleted a short while ago; nobody administers these. */
    RETIRED_ACCOUNT("");

    private final String collection;

    Kind(String collection) {
      this.collection = collection;
    }

    /** Whether administrators create, change and delete objects of this kind. */
    public boolean isAdministered() {
      return !collection.isEmpty();
    }

    /** Last step of the path of all objects of this kind, such as {@code channel-addresses}. */
    public String collection() {
      return collection;
    }
  }

  /** Stable id. */
  UUID id();

  /** What administrators call it. */
  String name();

  /** What sort of object this is. */
  @JsonIgnore
  Kind kind();
}
