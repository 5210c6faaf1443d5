package io.parley.events;

import io.parley.events.configuration.Account;
import io.parley.events.configuration.AgentCondition;
import io.parley.events.configuration.AgentOrder;
import io.parley.events.configuration.AssignmentRuleset;
import io.parley.events.configuration.AutomatedMessage;
import io.parley.events.configuration.AutomatedMessageOverride;
import io.parley.events.configuration.BlockedSender;
import io.parley.events.configuration.Bot;
import io.parley.events.configuration.BusinessUnit;
import io.parley.events.configuration.CapacityProfile;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.ClassificationOutput;
import io.parley.events.configuration.ClassificationRule;
import io.parley.events.configuration.ClassificationRuleset;
import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionOperator;
import io.parley.events.configuration.ConditionValue;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.ContextVariable;
import io.parley.events.configuration.CustomPresence;
import io.parley.events.configuration.DataMaskingRule;
import io.parley.events.configuration.FieldSecurityProfile;
import io.parley.events.configuration.OperatingHours;
import io.parley.events.configuration.OrderDirection;
import io.parley.events.configuration.OverflowAction;
import io.parley.events.configuration.OverflowCondition;
import io.parley.events.configuration.OverflowRule;
import io.parley.events.configuration.PostConversationSurvey;
import io.parley.events.configuration.PrioritisationRule;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.QuickReply;
import io.parley.events.configuration.RatingModel;
import io.parley.events.configuration.RetiredAccount;
import io.parley.events.configuration.RouteToQueueRuleset;
import io.parley.events.configuration.RoutingRule;
import io.parley.events.configuration.RuleCondition;
import io.parley.events.configuration.SelectionRule;
import io.parley.events.configuration.Skill;
import io.parley.events.configuration.SkillType;
import io.parley.events.configuration.User;
import io.parley.events.configuration.Workstream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One plausible event of each type, every optional field filled in. No real person or number. */
public final class SampleEvents {

  private static final Instant AT = Instant.parse("2026-11-20T09:30:00.123Z");
  private static final TraceParent TRACE =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private static final UUID ACCOUNT = id(1);
  private static final UUID ADDRESS = id(2);
  private static final UUID WORKSTREAM = id(3);
  private static final UUID QUEUE = id(4);
  private static final UUID AGENT = id(5);
  private static final UUID CONVERSATION = id(6);
  private static final UUID MESSAGE = id(7);
  private static final UUID OFFER = id(8);
  private static final UUID SESSION = id(9);
  private static final UUID SEGMENT = id(10);
  private static final UUID MEDIA = id(11);
  private static final UUID INSTANCE = id(12);
  private static final UUID UNIT = id(13);
  private static final UUID BOT = id(20);
  private static final UUID RATING = id(14);
  private static final UUID SKILL_TYPE = id(15);
  private static final UUID SKILL = id(16);
  private static final UUID PROFILE = id(17);
  private static final UUID PRESENCE = id(18);
  private static final UUID HOURS = id(19);

  private static final String PROVIDER_MESSAGE = "SM00000000000000000000000000000007";
  private static final CustomerAddress CUSTOMER =
      new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+12025550147");

  private SampleEvents() {}

  /** The sample of this type. */
  public static Event<?> of(EventType type) {
    return event(data(type));
  }

  /** An event with these data. */
  public static <T extends EventData> Event<T> event(T data) {
    String key = key(data);
    return new Event<>(key + "/1", source(data), key, AT, TRACE, key, data);
  }

  private static EventData data(EventType type) {
    return switch (type) {
      case MESSAGE_RECEIVED -> messageReceived();
      case RECEIPT_RECEIVED -> receiptReceived();
      case REPLY_REQUESTED -> replyRequested(everything());
      case CUSTOMER_SIGNALLED ->
          new CustomerSignalled(
              ACCOUNT,
              ADDRESS,
              Channel.RCS,
              "google",
              "signal-1",
              CUSTOMER,
              CustomerSignalled.Signal.TYPING_STARTED,
              AT);
      case MEDIA_REQUESTED -> new MediaRequested(MEDIA, CONVERSATION, AGENT.toString(), AT);
      case MEDIA_UPDATED -> mediaUpdated();
      case WEBHOOK_REPLAYED ->
          new WebhookReplayed(
              ACCOUNT,
              "telesign",
              "POST",
              "/status",
              "message=1",
              "application/json",
              "e30=",
              AT,
              AGENT.toString());
      case WEBHOOK_OBSERVED ->
          new WebhookObserved(
              ACCOUNT,
              WebhookObserved.Purpose.INBOUND,
              AT,
              "192.0.2.7",
              id(12),
              3,
              List.of("authToken"),
              true,
              new WebhookObserved.Refused(
                  403,
                  "X-Twilio-Signature does not fit",
                  "X-Twilio-Signature",
                  "https://desk.example.com/webhooks/twilio/example-account-key"));
      case MESSAGE_DROPPED ->
          new MessageDropped(
              ACCOUNT, ADDRESS, "+12025550100", DropReason.NO_CHANNEL_INSTANCE, 1, AT);
      case DELIVERY_UPDATED -> deliveryUpdated();
      case CONVERSATION_OPENED ->
          new ConversationEvent.Opened(
              CONVERSATION, 1, AT, ADDRESS, Channel.SMS, CUSTOMER, WORKSTREAM, 42);
      case CONVERSATION_CLASSIFIED ->
          new ConversationEvent.Classified(
              CONVERSATION,
              3,
              AT,
              ConversationEvent.Priority.NORMAL,
              List.of("Orders", "Language"),
              42);
      case CONVERSATION_QUEUED ->
          new ConversationEvent.Queued(CONVERSATION, 4, AT, QUEUE, SEGMENT, AT, 42L);
      case CONVERSATION_STATE_CHANGED ->
          new ConversationEvent.StateChanged(
              CONVERSATION,
              6,
              AT,
              2,
              ConversationState.OPEN,
              ConversationState.ACTIVE,
              StateReason.AWAITING_AGENT_ACCEPTANCE,
              AGENT);
      case MESSAGE_APPENDED ->
          new ConversationEvent.MessageAppended(
              CONVERSATION, 2, AT, MESSAGE, 1, ConversationEvent.Author.AGENT, AGENT);
      case OFFER_MADE ->
          new ConversationEvent.OfferMade(
              CONVERSATION, 5, AT, OFFER, SESSION, AGENT, AT.plusSeconds(30), 3, 42L);
      case OFFER_ACCEPTED ->
          new ConversationEvent.OfferAccepted(CONVERSATION, 7, AT, OFFER, SESSION, AGENT);
      case OFFER_DECLINED ->
          new ConversationEvent.OfferDeclined(CONVERSATION, 7, AT, OFFER, SESSION, AGENT);
      case OFFER_EXPIRED ->
          new ConversationEvent.OfferExpired(CONVERSATION, 7, AT, OFFER, SESSION, AGENT);
      case OFFER_WITHDRAWN ->
          new ConversationEvent.OfferWithdrawn(CONVERSATION, 7, AT, OFFER, SESSION, AGENT);
      case SESSION_OPENED ->
          new ConversationEvent.SessionOpened(CONVERSATION, 5, AT, SESSION, AGENT);
      case SESSION_CLOSED ->
          new ConversationEvent.SessionClosed(
              CONVERSATION, 9, AT, SESSION, AGENT, ClosureReason.AGENT_END_CONVERSATION);
      case PRESENCE_CHANGED ->
          new AgentEvent.PresenceChanged(
              AGENT, 1, AT, Presence.AVAILABLE, AgentEvent.ChangedBy.AGENT);
      case CAPACITY_CHANGED -> new AgentEvent.CapacityChanged(AGENT, 2, AT, 30, 100);
      case CONFIGURATION_CHANGED -> {
        ConfigurationObject object = configuration(ConfigurationObject.Kind.WORKSTREAM);
        yield new ConfigurationChanged(object.kind(), object.id(), 42, object, true);
      }
      case CONFIGURATION_APPLIED ->
          new ConfigurationApplied(
              "parley-routing", "routing-1:8081", 42, AT, AT.minusSeconds(3_600));
    };
  }

  private static MessageContent everything() {
    Suggestion yes = new Suggestion(Suggestion.Kind.REPLY, "Yes", "yes", null, null);
    Suggestion track =
        new Suggestion(
            Suggestion.Kind.OPEN_URL,
            "Track it",
            "track",
            URI.create("https://example.com/track"),
            null);
    Suggestion call = new Suggestion(Suggestion.Kind.DIAL, "Call us", "call", null, "+12025550100");
    return new MessageContent(
        "Your parcel is on its way.",
        List.of(URI.create("https://media.example.com/map.png")),
        null,
        List.of(new Attachment(MEDIA, "label.pdf", "application/pdf", 20_480)),
        List.of(
            new RichCard(
                "Parcel",
                "Arrives on Friday.",
                URI.create("https://media.example.com/van.png"),
                List.of(track))),
        List.of(yes, call));
  }

  /** A reply with this content. */
  public static ReplyRequested replyRequested(MessageContent content) {
    return new ReplyRequested(
        MESSAGE, CONVERSATION, ADDRESS, CUSTOMER, content, AGENT.toString(), AT, AT);
  }

  /** The news that this object has this form now. */
  public static ConfigurationChanged changed(ConfigurationObject object) {
    return new ConfigurationChanged(object.kind(), object.id(), 42, object);
  }

  /** An object of this kind. */
  public static ConfigurationObject configuration(ConfigurationObject.Kind kind) {
    return switch (kind) {
      case ACCOUNT ->
          new Account(
              ACCOUNT,
              "SMS, production",
              "twilio",
              Channel.SMS,
              "example-account-key",
              Map.of("accountSid", "AC00000000000000000000000000000001"),
              Map.of("authToken", "bm90IGEgc2VjcmV0"),
              Map.of("authToken", new Account.PreviousSecret("bm90IG9uZSBlaXRoZXI=", AT)),
              new Account.PreviousKey("example-former-key", AT));
      case CHANNEL_ADDRESS ->
          new ChannelAddress(
              ADDRESS,
              ACCOUNT,
              Channel.SMS,
              "+12025550100",
              "Customer care",
              ChannelAddress.SenderType.LONG_CODE);
      case WORKSTREAM ->
          new Workstream(
              WORKSTREAM,
              "Orders by SMS",
              "Everything about orders",
              UNIT,
              Channel.SMS,
              Workstream.DistributionMode.PUSH,
              QUEUE,
              Set.of(Presence.AVAILABLE),
              30,
              BOT,
              List.of(PROFILE),
              Workstream.WrapUp.TIME,
              Duration.ofMinutes(2),
              true,
              Workstream.SkillMatching.CLOSEST,
              true,
              true,
              true,
              false,
              Duration.ofMinutes(1440),
              Duration.ofSeconds(30));
      case QUEUE -> queue();
      case RATING_MODEL ->
          new RatingModel(
              RATING,
              "Proficiency",
              "For every skill",
              List.of(
                  new RatingModel.RatingValue(1, "beginner"),
                  new RatingModel.RatingValue(2, "expert")));
      case SKILL_TYPE -> new SkillType(SKILL_TYPE, "Languages", "What customers speak");
      case SKILL -> new Skill(SKILL, "Spanish", "Spoken and written", SKILL_TYPE, RATING);
      case CAPACITY_PROFILE ->
          new CapacityProfile(
              PROFILE,
              "Complaints",
              "Not more than these a day",
              5,
              CapacityProfile.ResetFrequency.END_OF_DAY,
              true);
      case CUSTOM_PRESENCE ->
          new CustomPresence(PRESENCE, "Lunch", "At lunch", Presence.AWAY, "Paid break");
      case OPERATING_HOURS -> operatingHours();
      case CONTEXT_VARIABLE ->
          new ContextVariable(
              id(20),
              WORKSTREAM,
              "orderNumber",
              "Order number",
              ContextVariable.Type.TEXT,
              false,
              true,
              true);
      case CLASSIFICATION_RULESET ->
          new ClassificationRuleset(
              id(21),
              "Language",
              "Who speaks Spanish",
              WORKSTREAM,
              1,
              List.of(
                  new ClassificationRule(
                      "Spanish",
                      Condition.Row.of(
                          "conversation.language",
                          ConditionOperator.EQUALS,
                          ConditionValue.of("es")),
                      List.of(
                          new ClassificationOutput.RequireSkill(SKILL, 2),
                          new ClassificationOutput.UseCapacityProfile(PROFILE),
                          new ClassificationOutput.SetAttribute(
                              "conversation.priority", ConditionValue.of(5))))));
      case ROUTE_TO_QUEUE_RULESET ->
          new RouteToQueueRuleset(
              id(22),
              "Orders",
              "All to one",
              WORKSTREAM,
              List.of(
                  new RoutingRule(
                      "Long texts",
                      new RuleCondition.Expression("message.text.size() > 100"),
                      List.of(
                          new RoutingRule.Target(
                              QUEUE,
                              100,
                              List.of(
                                  new OverflowRule(
                                      new OverflowCondition.WaitingItems(50),
                                      new OverflowAction.Transfer(id(23)))))))));
      case CHANNEL_INSTANCE ->
          new ChannelInstance(
              INSTANCE,
              "Orders by SMS, US",
              WORKSTREAM,
              ADDRESS,
              "en-US",
              HOURS,
              true,
              false,
              List.of(".pdf"),
              List.of(
                  new AutomatedMessageOverride(
                      AutomatedMessage.Trigger.HOLIDAY,
                      AutomatedMessage.Recipient.CUSTOMER,
                      true,
                      Map.of("en-US", "We are back on Monday."))),
              new PostConversationSurvey(
                  true,
                  PostConversationSurvey.Delivery.LINK,
                  "https://survey.example.com/orders",
                  Map.of("en-US", "How did we do?"),
                  new PostConversationSurvey.BotConversations(
                      true, "https://survey.example.com/bot")));
      case BOT ->
          new Bot(
              BOT,
              "Parcels",
              "en-US",
              true,
              new Bot.Webhook("https://bot.example.com/parley", Duration.ofSeconds(10), 2),
              new Bot.Topics("bot.parcels.in", "bot.parcels.out"),
              Map.of("signingSecret", "bm90IGEgc2VjcmV0"),
              Map.of("signingSecret", new Account.PreviousSecret("bm90IGEgc2VjcmV0", AT)));
      case MESSAGE_TEMPLATE ->
          new io.parley.events.configuration.MessageTemplate(
              id(21),
              "Parcel sent",
              "When a parcel leaves",
              Channel.WHATSAPP,
              "en-US",
              List.of("Parcel"),
              Map.of(
                  "en-US",
                  new io.parley.events.configuration.MessageTemplate.Text(
                      "Parcel {{1}} is on its way.", "HX00000000000000000000000000000001")));
      case AUTOMATED_MESSAGE ->
          new AutomatedMessage(
              id(22),
              "Greeting",
              AutomatedMessage.Trigger.GREETING,
              AutomatedMessage.Recipient.CUSTOMER,
              Channel.SMS,
              true,
              Map.of("en-US", "Thank you for writing."));
      case QUICK_REPLY ->
          new QuickReply(
              id(23),
              "Hello",
              "en-US",
              "Hello {FirstName{Customer}}",
              List.of("greeting"),
              List.of(WORKSTREAM),
              AGENT);
      case BLOCKED_SENDER ->
          new BlockedSender(id(24), Channel.SMS, "+12025550199", "Sends spam", AT);
      case DATA_MASKING_RULE ->
          new DataMaskingRule(
              id(25),
              "Order numbers",
              "What customers need not see",
              "\\bORD-\\d{8}\\b",
              DataMaskingRule.Messages.BOTH,
              true);
      case FIELD_SECURITY_PROFILE ->
          new FieldSecurityProfile(
              id(26),
              "Those who rotate tokens",
              "Keep it small",
              List.of(AGENT),
              List.of(
                  new FieldSecurityProfile.Grant(
                      FieldSecurityProfile.Owner.ACCOUNT, "twilio", "authToken", false, true)));
      case BUSINESS_UNIT -> new BusinessUnit(UNIT, "North America", "Customers in the US");
      case USER ->
          new User(
              AGENT,
              "Ada",
              "ada@example.com",
              Set.of(User.Role.AGENT),
              100,
              UNIT,
              List.of(new User.RatedSkill(SKILL, 2, true)),
              List.of(new User.ProfileLimit(PROFILE, 3)),
              Presence.AVAILABLE,
              PRESENCE,
              true);
      case RETIRED_ACCOUNT ->
          new RetiredAccount(
              id(13), ACCOUNT, "SMS, production", "twilio", "example-account-key", AT, Map.of());
    };
  }

  private static Queue queue() {
    return new Queue(
        QUEUE,
        "Orders",
        "Where is my parcel",
        1,
        Queue.AssignmentMethod.CUSTOM,
        HOURS,
        List.of(
            new OverflowRule(
                new OverflowCondition.OutOfHours(), new OverflowAction.AssignAnyway())),
        List.of(
            new OverflowRule(
                new OverflowCondition.WaitingTime(Duration.ofHours(1)), new OverflowAction.End())),
        new Queue.CustomAssignment(
            List.of(
                new PrioritisationRule(
                    "Most urgent",
                    null,
                    List.of(
                        new PrioritisationRule.ItemOrder(
                            "conversation.priority", OrderDirection.DESCENDING)))),
            List.of(
                new AssignmentRuleset(
                    "Everybody",
                    List.of(
                        new AssignmentRuleset.Rule(
                            "Skilled",
                            List.of(new AgentCondition.ExactSkills(SKILL_TYPE, false)),
                            List.of(
                                new AgentOrder(
                                    AgentOrder.By.SKILL_COUNT, SKILL_TYPE, null, null)))))),
            List.of(new SelectionRule("Always", null, "Everybody"))),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        List.of(AGENT));
  }

  private static OperatingHours operatingHours() {
    return new OperatingHours(
        HOURS,
        "Office",
        "The desk in Lisbon",
        "Europe/Lisbon",
        List.of(
            new OperatingHours.WeeklyHours(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                false,
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31))),
        List.of(
            new OperatingHours.DayException(
                LocalDate.of(2026, 12, 24),
                List.of(new OperatingHours.Opening(LocalTime.of(8, 0), LocalTime.of(12, 0))),
                "Christmas Eve")),
        List.of(
            new OperatingHours.Holiday(
                LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), "Christmas")));
  }

  private static MessageReceived messageReceived() {
    Media picture = new Media(URI.create("https://media.example.com/parcel.jpg"), "image/jpeg");
    return new MessageReceived(
        ACCOUNT,
        ADDRESS,
        Channel.WHATSAPP,
        "twilio",
        PROVIDER_MESSAGE,
        CUSTOMER,
        "12025550147",
        "+12025550100",
        "Where is my parcel?",
        List.of(picture),
        new Location(
            new BigDecimal("40.7484"), new BigDecimal("-73.9857"), "Office", "1 Example Street"),
        new Selection(Selection.Kind.LIST_ITEM, "track", "Track a parcel", "Shows where it is"),
        new QuotedMessage("SM00000000000000000000000000000001", "+12025550100"),
        new Referral(
            "ad",
            "1200",
            "https://ads.example.com/1200",
            "Free delivery",
            "This week only",
            "click-1",
            List.of(picture)),
        new CustomerProfile("Sam", "+12025550147", "12025550147", "New York", "NY", "10001", "US"),
        ConsentSignal.START,
        Map.of("NumSegments", "1"),
        AT,
        AT);
  }

  private static ReceiptReceived receiptReceived() {
    return new ReceiptReceived(
        ACCOUNT,
        "twilio",
        PROVIDER_MESSAGE,
        MESSAGE,
        ReceiptStatus.UNDELIVERED,
        "undelivered",
        "30003",
        "Unreachable destination handset",
        new MessagePart(1, 2),
        Map.of("RawDlrDoneDate", "2611200930"),
        AT);
  }

  private static MediaUpdated mediaUpdated() {
    return new MediaUpdated(
        MEDIA,
        ACCOUNT,
        ADDRESS,
        CUSTOMER.value(),
        PROVIDER_MESSAGE,
        0,
        2,
        MediaUpdated.State.PENDING,
        "image/jpeg",
        "parcel.jpg",
        48_113L,
        "The provider did not answer. It is tried again.",
        1,
        AT.plusSeconds(2),
        AT);
  }

  private static DeliveryUpdated deliveryUpdated() {
    return new DeliveryUpdated(
        MESSAGE,
        CONVERSATION,
        3,
        DeliveryState.QUEUED,
        PROVIDER_MESSAGE,
        "undelivered",
        new DeliveryReason(
            FailureCause.THROTTLED, "Too many messages at once. It is tried again.", "20429"),
        1,
        AT.plusSeconds(2),
        AT);
  }

  private static String key(EventData data) {
    return switch (data) {
      case MessageReceived message -> message.channelAddressId() + "/" + message.from().value();
      case ReceiptReceived receipt -> receipt.accountId() + "/" + receipt.providerMessageId();
      case ReplyRequested reply -> reply.conversationId().toString();
      case CustomerSignalled signal -> signal.channelAddressId() + "/" + signal.from().value();
      case MediaRequested request -> request.conversationId().toString();
      case MediaUpdated update -> update.mediaId().toString();
      case WebhookReplayed replay -> replay.accountId().toString();
      case WebhookObserved observed -> observed.key();
      case MessageDropped dropped -> dropped.accountId().toString();
      case DeliveryUpdated update -> update.conversationId().toString();
      case ConversationEvent change -> change.conversationId().toString();
      case AgentEvent change -> change.agentId().toString();
      case ConfigurationChanged change -> change.kind() + "/" + change.id();
      case ConfigurationApplied applied -> applied.service() + "/" + applied.instance();
    };
  }

  private static String source(EventData data) {
    return switch (data) {
      case MessageReceived ignored -> "/parley/ingress";
      case ReceiptReceived ignored -> "/parley/ingress";
      case ReplyRequested ignored -> "/parley/routing";
      case CustomerSignalled ignored -> "/parley/ingress";
      case MediaRequested ignored -> "/parley/routing";
      case MediaUpdated ignored -> "/parley/outbound";
      case WebhookReplayed ignored -> "/parley/admin";
      case WebhookObserved ignored -> "/parley/ingress";
      case MessageDropped ignored -> "/parley/routing";
      case DeliveryUpdated ignored -> "/parley/outbound";
      case ConversationEvent ignored -> "/parley/routing";
      case AgentEvent ignored -> "/parley/routing";
      case ConfigurationChanged ignored -> "/parley/admin";
      case ConfigurationApplied ignored -> "/parley/routing";
    };
  }

  private static UUID id(long number) {
    return new UUID(0x0193_4a00_0000_7000L, 0x8000_0000_0000_0000L | number);
  }
}
