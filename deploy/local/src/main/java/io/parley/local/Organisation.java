package io.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.local.Settings.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The demo organisation: a Twilio account for SMS and one for WhatsApp, a number each, a queue with
 * agents, a workstream per channel. It is set up through the public API of admin-service and
 * nothing else, with ids chosen here, so that setting it up twice is once.
 */
public final class Organisation {

  /** Our number for text messages. */
  public static final String SMS_NUMBER = "+12065550100";

  /** Our number on WhatsApp. */
  public static final String WHATSAPP_NUMBER = "+12065550177";

  /** A template that WhatsApp has approved, as the simulator believes. */
  public static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";

  private static final UUID QUEUE = id("queue");

  private final Stack stack;
  private final int agents;

  /**
   * An organisation.
   *
   * @param agents how many agents it has
   */
  public Organisation(Stack stack, int agents) {
    this.stack = stack;
    this.agents = agents;
  }

  /** E-mail address of an agent, counted from 1. */
  public static String agentEmail(int number) {
    return "agent" + number + "@demo.parley.example";
  }

  /** Id of an agent, counted from 1. */
  public static UUID agentId(int number) {
    return id("agent" + number);
  }

  /** Sets everything up, in Parley and in the simulator. */
  public void setUp() {
    Json admin = administrator();
    for (int i = 1; i <= agents; i++) {
      create(
          admin,
          "users",
          agentId(i),
          Map.of(
              "name", "Agent " + i,
              "email", agentEmail(i),
              "password", stack.credentials().password("agent"),
              "roles", List.of("AGENT"),
              "capacity", 100));
    }
    create(
        admin,
        "queues",
        QUEUE,
        Map.of(
            "name",
            "Service",
            "priority",
            10,
            "members",
            java.util.stream.IntStream.rangeClosed(1, agents)
                .mapToObj(Organisation::agentId)
                .toList()));
    channel(admin, "SMS", SMS_NUMBER, "LONG_CODE");
    channel(admin, "WHATSAPP", WHATSAPP_NUMBER, "WHATSAPP_NUMBER");
    Json.at(stack.settings().url(Part.SIMULATOR))
        .put(
            "/control/templates/" + TEMPLATE,
            Map.of("body", "Hello {{1}}, your order {{2}} is ready.", "approval", "approved"))
        .ok();
  }

  /** A client of admin-service, signed in as the administrator. */
  public Json administrator() {
    return signIn(Stack.ADMINISTRATOR, stack.credentials().password("administrator"), Part.ADMIN);
  }

  /** A client of the agents' API, signed in as an agent, counted from 1. */
  public Json agent(int number) {
    return signIn(agentEmail(number), stack.credentials().password("agent"), Part.ROUTING);
  }

  private Json signIn(String email, String password, Part at) {
    Session session = new Session(Json.at(stack.settings().url(Part.ADMIN)), email, password);
    return Json.at(stack.settings().url(at)).as(session);
  }

  private void channel(Json admin, String channel, String number, String type) {
    String lower = channel.toLowerCase(java.util.Locale.ROOT);
    String accountSid = "AC" + stack.credentials().hex("twilio.sid." + lower);
    String token = stack.credentials().hex("twilio.token." + lower);
    UUID account = id("account" + channel);
    UUID address = id("address" + channel);
    JsonNode created =
        create(
            admin,
            "accounts",
            account,
            Map.of(
                "name",
                "Twilio " + channel,
                "provider",
                "twilio",
                "channel",
                channel,
                "settings",
                Map.of("accountSid", accountSid),
                "secrets",
                Map.of("authToken", token)));
    create(
        admin,
        "channel-addresses",
        address,
        Map.of(
            "name", "Service " + channel, "accountId", account, "address", number, "type", type));
    create(
        admin,
        "workstreams",
        id("workstream" + channel),
        Map.of(
            "name",
            channel,
            "channel",
            channel,
            "fallbackQueueId",
            QUEUE,
            "allowedPresences",
            List.of("AVAILABLE", "BUSY"),
            "capacityUnits",
            10));
    if (!isTakenUp(admin, address)) {
      create(
          admin,
          "channel-instances",
          id("instance" + channel),
          Map.of(
              "name",
              channel,
              "workstreamId",
              id("workstream" + channel),
              "channelAddressId",
              address,
              "language",
              "en"));
    }
    Json.at(stack.settings().url(Part.SIMULATOR))
        .put(
            "/control/accounts/" + accountSid,
            Map.of(
                "authToken",
                token,
                "callbackRetries",
                20,
                "numbers",
                List.of(
                    Map.of(
                        "number", number,
                        "channel", lower,
                        "smsUrl", inboundUrl(created)))))
        .ok();
  }

  /** Where an account's provider sends what customers write, as the API shows it. */
  public static String inboundUrl(JsonNode account) {
    for (JsonNode url : account.path("callbackUrls")) {
      if (url.path("purpose").asText().equals("INBOUND")) {
        return url.path("url").asText();
      }
    }
    throw new IllegalStateException("the account has no URL for incoming messages");
  }

  /** The SID of the Twilio account for a channel. */
  public String accountSid(String channel) {
    return "AC"
        + stack.credentials().hex("twilio.sid." + channel.toLowerCase(java.util.Locale.ROOT));
  }

  /** Data of a version before channel instances were objects have one with an id of its own. */
  private static boolean isTakenUp(Json admin, UUID address) {
    for (JsonNode instance : admin.get("/api/v1/channel-instances?limit=200").ok().get("items")) {
      if (instance.path("channelAddressId").asText().equals(address.toString())) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode create(Json admin, String kind, UUID id, Map<String, Object> fields) {
    Json.Answer existing = admin.get("/api/v1/" + kind + "/" + id);
    if (existing.status() == 200) {
      return existing.body();
    }
    Map<String, Object> body = new java.util.HashMap<>(fields);
    body.put("id", id);
    return admin.post("/api/v1/" + kind, body).ok();
  }

  private static UUID id(String of) {
    return UUID.nameUUIDFromBytes(("demo/" + of).getBytes(StandardCharsets.UTF_8));
  }
}
