package io.parley.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.secrets.KeysetCommands;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.EventJson;
import io.parley.local.Settings.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A recognisable value in every place where a secret can stand, and use made of it. Whatever
 * becomes a place for secrets gets its line in {@link #plant}.
 */
final class PlantedSecrets {

  private static final Random RANDOM = new Random();

  private final SystemUnderTest system;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Json admin;

  private PlantedSecrets(SystemUnderTest system) {
    this.system = system;
    this.admin = system.organisation().administrator();
  }

  static PlantedSecrets plant(SystemUnderTest system) throws IOException {
    PlantedSecrets planted = new PlantedSecrets(system);
    planted.present();
    planted.accounts();
    planted.user();
    planted.keys();
    return planted;
  }

  /** What it is, and the value. */
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  /** The stack's own credentials, which its accounts, people and services use all the time. */
  private void present() {
    Credentials credentials = system.stack().credentials();
    values.put("token of the SMS account", credentials.hex("twilio.token.sms"));
    values.put("token of the WhatsApp account", credentials.hex("twilio.token.whatsapp"));
    values.put("administrator's password", credentials.password("administrator"));
    values.put("agents' password", credentials.password("agent"));
    for (String schema : List.of("ingress", "routing", "outbound", "admin")) {
      values.put("database password of " + schema, credentials.password("database." + schema));
    }
  }

  private void accounts() throws IOException {
    String telesign = kept("Telesign's API key", base64(64));
    use("telesign", "SMS", Map.of("customerId", id()), Map.of("apiKey", telesign));

    String accessKey = kept("Azure's access key", base64(52));
    String webhook = kept("Azure's webhook secret", hex(24));
    use(
        "azure",
        "SMS",
        Map.of(),
        Map.of(
            "connectionString",
            "endpoint=https://planted.communication.azure.com/;accesskey=" + accessKey,
            "webhookSecret",
            webhook));

    String password = kept("LINK's password", "Kelp&" + hex(12));
    String callback = kept("LINK's callback password", "push-" + hex(12));
    use(
        "link-mobility",
        "SMS",
        Map.of(
            "baseUrl", "https://n-eu.linkmobility.io",
            "username", "planted_api",
            "platformId", "COMMON_API",
            "platformPartnerId", "90210",
            "gateId", "Pl4nt3d",
            "callbackUsername", "planted_hook"),
        Map.of("password", password, "callbackPassword", callback));

    String inFile = kept("token that a reference leads to", hex(16));
    String name = "planted-" + UUID.randomUUID();
    Files.writeString(system.stack().credentials().secretsFolder().resolve(name), inFile + "\n");
    use(
        "twilio",
        "SMS",
        Map.of("accountSid", "AC" + hex(16)),
        Map.of("authToken", "${file:" + name + "}"));
  }

  /** Creates, changes, checks and calls an account. */
  private void use(
      String provider, String channel, Map<String, String> settings, Map<String, String> secrets) {
    String name = "Planted " + provider + " " + UUID.randomUUID();
    Map<String, Object> body =
        new LinkedHashMap<>(
            Map.of(
                "name", name,
                "provider", provider,
                "channel", channel,
                "settings", settings,
                "secrets", secrets));
    JsonNode account = admin.post("/api/v1/accounts", body).ok();
    String path = "/api/v1/accounts/" + account.get("id").asText();
    body.put("name", name + " again");
    admin.put(path, body, "*").ok();
    admin.post(path + "/validate", Map.of()).ok();
    for (JsonNode url : account.path("callbackUrls")) {
      for (String secret : secrets.values()) {
        Answer.of("POST", url.path("url").asText(), secret, Map.of("Authorization", secret));
      }
    }
  }

  private void user() {
    String password = kept("a user's password", "planted-" + hex(12));
    String email = "planted-" + UUID.randomUUID() + "@demo.parley.example";
    admin
        .post(
            "/api/v1/users",
            Map.of(
                "name",
                "Planted",
                "email",
                email,
                "password",
                password,
                "roles",
                List.of("SUPERVISOR"),
                "capacity",
                1))
        .ok();
    String token =
        Json.at(system.stack().settings().url(Part.ADMIN))
            .post("/api/v1/sign-in", Map.of("email", email, "password", password))
            .ok()
            .get("token")
            .asText();
    kept("a sign-in token", token);
    for (Part part : List.of(Part.ADMIN, Part.ROUTING, Part.OUTBOUND)) {
      Answer.of(
          "GET",
          system.stack().settings().url(part) + "/api/v1/me",
          "",
          Map.of("Authorization", "Bearer " + token));
    }
  }

  /** Key material of the keyset, also of a key that is promoted while everything runs. */
  private void keys() throws IOException {
    Path file = system.stack().credentials().keysetFile();
    KeysetCommands commands = new KeysetCommands(file, line -> {});
    long fresh = commands.add();
    for (Part part : List.of(Part.ADMIN, Part.OUTBOUND, Part.INGRESS)) {
      ChildProcess process = system.stack().process(part);
      await()
          .atMost(SystemUnderTest.PATIENCE)
          .until(() -> Files.readString(process.log()).contains("id=" + fresh));
    }
    commands.promote(fresh);
    for (JsonNode key : EventJson.mapper().readTree(Files.readString(file)).path("key")) {
      kept("key " + key.path("keyId").asText(), key.path("keyData").path("value").asText());
    }
    String ciphertext = system.sql("select jwk from admin.signing_key").get(0);
    String clear =
        SecretCipher.ofKeyset(Files.readString(file))
            .decrypt(new UUID(0, 1), "signing-key", ciphertext);
    kept("the key that signs tokens", EventJson.mapper().readTree(clear).path("d").asText());
  }

  private String kept(String what, String value) {
    values.put(what, value);
    return value;
  }

  private static String id() {
    return UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT);
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(random(bytes));
  }

  private static String hex(int bytes) {
    return HexFormat.of().formatHex(random(bytes));
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
