package io.parley.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an administrator reads when something is wrong with an account, for every provider. */
@AdminTest
class AccountCheckTableTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String ANOTHER_KEY = "QW5vdGhlcktleUFub3RoZXJLZXlBbm90aGVyS2V5QW5vdGhlcg==";
  private static final Random RANDOM = new Random();
  private static final AtomicLong NUMBERS = new AtomicLong(18_335_550_100L);

  private final Api api = Api.administrator();
  private final List<DynamicTest> cases = new ArrayList<>();

  private enum Place {
    SIMULATOR,
    STRANGER,
    NOBODY
  }

  /**
   * An account on both sides.
   *
   * @param control where the simulator keeps it
   * @param theirs what the simulator knows
   * @param ours what the API is sent
   * @param address to be added, if any
   */
  private record Arrangement(
      String control, String theirs, Map<String, @Nullable Object> ours, @Nullable String address) {

    Arrangement knownAs(String change, String to) {
      assertThat(theirs).contains(change);
      return new Arrangement(control, theirs.replace(change, to), ours, address);
    }

    Arrangement with(String secret, String value) {
      return new Arrangement(
          control, theirs, Api.with(ours, "secrets", Map.of(secret, value)), address);
    }

    Arrangement writingFrom(String number) {
      return new Arrangement(control, theirs, ours, number);
    }
  }

  @AfterAll
  static void leave() {
    ProviderPlace.nobody();
  }

  @TestFactory
  List<DynamicTest> everyCauseHasItsOwnWords() {
    twilio();
    telesign();
    azure();
    infobip();
    linkMobility();
    myLink();
    vibes();
    google();
    return cases;
  }

  private void twilio() {
    String sid = "AC" + hex(16);
    String number = number();
    Arrangement right =
        new Arrangement(
            "/accounts/" + sid,
            "{\"authToken\": \"right-token-0123456789\", \"status\": \"active\", \"numbers\":"
                + " [{\"number\": \"+"
                + number
                + "\", \"channel\": \"sms\"}]}",
            account(
                "twilio", Map.of("accountSid", sid), Map.of("authToken", "right-token-0123456789")),
            number);
    row("right", right, "VALID", "Twilio accepts the account");
    row(
        "wrong key",
        right.with("authToken", "wrong-token-0123456789"),
        "CREDENTIALS_REFUSED",
        "Copy Account SID and Auth Token");
    row(
        "suspended",
        right.knownAs("\"active\"", "\"suspended\""),
        "ACCOUNT_SUSPENDED",
        "suspended");
    row("sender not ours", right.writingFrom(number()), "SENDER_UNKNOWN", "not the Twilio account");
    wrongHost(right, "WRONG_HOST", "not Twilio's");
    unreachable(right);
  }

  private void telesign() {
    String customer = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    String key =
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
    Arrangement right =
        new Arrangement(
            "/telesign/accounts/" + customer,
            "{\"apiKey\": \"" + key + "\", \"status\": \"active\", \"senders\": [\"12065550100\"]}",
            account("telesign", Map.of("customerId", customer), Map.of("apiKey", key)),
            null);
    row("right", right, "VALID", "TeleSign accepts the account");
    row("wrong key", right.with("apiKey", ANOTHER_KEY), "CREDENTIALS_REFUSED", "this API key");
    row(
        "suspended",
        right.knownAs("\"active\"", "\"suspended\""),
        "ACCOUNT_SUSPENDED",
        "suspended or not active at TeleSign");
    row(
        "host of another kind of account",
        right.knownAs("\"active\"", "\"wrong_host\""),
        "WRONG_HOST",
        "does not serve the account");
    wrongHost(right, "NOT_VERIFIABLE", "is not TeleSign's. Check the base URL");
    unreachable(right);
  }

  private void azure() {
    String key = "YWNzLWRlbW8tYWNjZXNzLWtleS1mb3ItdW5pdC10ZXN0cy1vbmx5LTAxMjM0NTY3ODk=";
    String resource = "help-" + hex(4);
    String endpoint = "endpoint=https://" + resource + ".communication.azure.com/;accesskey=";
    String unique = Base64.getEncoder().encodeToString((key + resource).getBytes(UTF_8));
    String number = number();
    Arrangement right =
        new Arrangement(
            "/azure/accounts/" + resource,
            "{\"accessKey\": \""
                + unique
                + "\", \"suspended\": false, \"senders\": [{\"sender\": \"+"
                + number
                + "\", \"type\": \"tollFree\"}]}",
            account("azure", Map.of(), Map.of("connectionString", endpoint + unique)),
            number);
    row("right", right, "VALID", "Azure accepts the account");
    row(
        "wrong key",
        right.with("connectionString", endpoint + ANOTHER_KEY),
        "CREDENTIALS_REFUSED",
        "Azure refused the access key");
    row("suspended", right.knownAs("false", "true"), "ACCOUNT_SUSPENDED", "suspended");
    row("sender not ours", right.writingFrom(number()), "SENDER_UNKNOWN", "not this resource's");
    wrongHost(right, "WRONG_HOST", "not a Communication Services resource");
    unreachable(right);
  }

  private void infobip() {
    String id = hex(3);
    Arrangement right =
        new Arrangement(
            "/infobip/accounts/" + id,
            "{\"apiKey\": \""
                + infobipKey(id)
                + "\", \"senders\": [\"447700900999\"], \"scopes\": [\"sms:message:send\"]}",
            account(
                "infobip",
                Map.of("baseUrl", id + ".api.infobip.com"),
                Map.of("apiKey", infobipKey(id))),
            null);
    row("right", right, "VALID", "Infobip accepts the API key");
    row(
        "wrong key",
        right.with("apiKey", infobipKey("ffffff")),
        "CREDENTIALS_REFUSED",
        "Infobip does not accept the API key");
    row(
        "not enabled",
        right.knownAs("sms:message:send", "blocklist:manage"),
        "ACCOUNT_SUSPENDED",
        "suspended");
    wrongHost(right, "WRONG_HOST", "is not what Infobip's SMS API says");
    unreachable(right);
  }

  private void linkMobility() {
    String partner = String.valueOf(10_000_000 + RANDOM.nextInt(80_000_000));
    Arrangement right =
        new Arrangement(
            "/link/accounts/" + partner,
            "{\"username\": \"harbor"
                + partner
                + "\", \"password\": \"Kelp-9\", \"status\": \"active\", \"platformId\":"
                + " \"COMMON_API\", \"platformPartnerId\": \""
                + partner
                + "\", \"gates\": [{\"id\": \"Tq3mVbZk\", \"destinations\": [{\"url\":"
                + " \"https://desk.example.org/hooks/link/9f2c\"}]}]}",
            account(
                "link-mobility",
                Map.of(
                    "variant", "COMMON",
                    "baseUrl", "https://wsx.sp247.net",
                    "username", "harbor" + partner,
                    "platformId", "COMMON_API",
                    "platformPartnerId", partner,
                    "gateId", "Tq3mVbZk"),
                Map.of("password", "Kelp-9")),
            null);
    row("right", right, "VALID", "It reports to desk.example.org");
    row("wrong key", right.with("password", "Kelp-8"), "CREDENTIALS_REFUSED", "refused the");
    row(
        "another gate",
        right.knownAs("Tq3mVbZk", "Aq3mVbZk"),
        "CREDENTIALS_REFUSED",
        "LINK has no gate Tq3mVbZk");
    wrongHost(right, "WRONG_HOST", "not LINK's");
    unreachable(right);
  }

  private void myLink() {
    String client = "harbor-" + hex(4);
    Arrangement right =
        new Arrangement(
            "/mylink/accounts/" + client,
            "{\"clientId\": \""
                + client
                + "\", \"clientSecret\": \"s3cret\", \"status\": \"active\"}",
            account(
                "link-mobility",
                Map.of("variant", "MYLINK", "clientId", client),
                Map.of("clientSecret", "s3cret")),
            null);
    row("right", right, "VALID", "MyLINK accepts the account");
    row(
        "wrong key",
        right.with("clientSecret", "secret"),
        "CREDENTIALS_REFUSED",
        "gives no access token");
    row(
        "suspended",
        right.knownAs("\"active\"", "\"suspended\""),
        "ACCOUNT_SUSPENDED",
        "may not use MyLINK");
    wrongHost(right, "WRONG_HOST", "token URL");
    unreachable(right);
  }

  private void vibes() {
    String id = hex(4);
    Arrangement right =
        new Arrangement(
            "/vibes/accounts/" + id,
            "{\"username\": \"ops@"
                + id
                + ".example\", \"password\": \"Tide-42\", \"status\": \"active\", \"sources\":"
                + " [\"73355\"]}",
            account(
                "vibes",
                Map.of("username", "ops@" + id + ".example"),
                Map.of("password", "Tide-42")),
            null);
    row("right", right, "VALID", "Vibes accepts the login");
    row(
        "wrong key",
        right.with("password", "Tide-43"),
        "CREDENTIALS_REFUSED",
        "refused the user name or the password");
    row(
        "suspended",
        right.knownAs("\"active\"", "\"suspended\""),
        "CREDENTIALS_REFUSED",
        "suspended, or not enabled");
    wrongHost(right, "WRONG_HOST", "is not there. Check the base URL");
    unreachable(right);
  }

  private void google() {
    String brand = "brand-" + hex(4);
    KeyPair key = rsaKey();
    Base64.Encoder base64 = Base64.getEncoder();
    String email = "sender-" + brand + "@harbor-books.iam.gserviceaccount.com";
    Map<String, String> file =
        Map.of(
            "type",
            "service_account",
            "client_email",
            email,
            "private_key_id",
            "k1",
            "private_key",
            "-----BEGIN PRIVATE KEY-----\\n"
                + base64.encodeToString(key.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n");
    String json =
        file.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
            .collect(Collectors.joining(", ", "{", "}"));
    Arrangement right =
        new Arrangement(
            "/google/accounts/" + brand,
            "{\"clientToken\": \"gbm-ct\", \"brandId\": \""
                + brand
                + "\", \"agentId\": \"books\", \"serviceAccount\": {\"revoked\": false,"
                + " \"clientEmail\": \""
                + email
                + "\", \"privateKeyId\": \"k1\", \"publicKey\": \""
                + base64.encodeToString(key.getPublic().getEncoded())
                + "\"}, \"webhook\": {\"url\": \"https://desk.example.org/hooks/gbm\"}}",
            Api.with(
                account(
                    "google", Map.of(), Map.of("clientToken", "gbm-ct", "serviceAccountKey", json)),
                "channel",
                "GOOGLE_BUSINESS_MESSAGES"),
            "brands/" + brand + "/agents/books");
    row("right", right, "VALID", "Google accepts the service account");
    row("wrong key", right.knownAs("false", "true"), "CREDENTIALS_REFUSED", "Google");
    row(
        "agent not ours",
        right.writingFrom("brands/" + brand + "/agents/films"),
        "SENDER_UNKNOWN",
        "brands/" + brand + "/agents/films");
    wrongHost(right, "WRONG_HOST", "not Google's");
    unreachable(right);
  }

  private void wrongHost(Arrangement account, String verdict, String words) {
    add("wrong host", Place.STRANGER, account, verdict, words);
  }

  private void unreachable(Arrangement account) {
    add(
        "unreachable",
        Place.NOBODY,
        account,
        "UNREACHABLE",
        "No connection to the provider could be made");
  }

  private void row(String name, Arrangement account, String verdict, String words) {
    add(name, Place.SIMULATOR, account, verdict, words);
  }

  private void add(String name, Place place, Arrangement account, String verdict, String words) {
    cases.add(
        DynamicTest.dynamicTest(
            account.ours().get("provider") + ": " + name,
            () -> {
              String id = api.created(ACCOUNTS, Api.with(account.ours(), "name", Api.unique(name)));
              if (account.address() != null) {
                addAddress(id, account.address());
              }
              switch (place) {
                case SIMULATOR -> ProviderPlace.control(account.control(), account.theirs());
                case STRANGER -> ProviderPlace.strange();
                case NOBODY -> ProviderPlace.nobody();
              }
              Response result = api.post(ACCOUNTS + "/" + id + "/validate", Map.of());
              assertThat(result.statusCode()).as(result.asString()).isEqualTo(200);
              assertThat(result.jsonPath().getString("verdict"))
                  .as(result.asString())
                  .isEqualTo(verdict);
              assertThat(result.jsonPath().getString("explanation")).contains(words);
            }));
  }

  /** Several cases share a number, and an address is used once. */
  private void addAddress(String account, String number) {
    api.get("/api/v1/channel-addresses?limit=200&name=check-" + number)
        .jsonPath()
        .getList("items.id", String.class)
        .forEach(present -> api.delete("/api/v1/channel-addresses/" + present, "*"));
    Map<String, @Nullable Object> address =
        Api.with(Api.address(account), "name", "check-" + number);
    String type = number.startsWith("brands/") ? "BUSINESS_AGENT" : "TOLL_FREE";
    api.created(
        "/api/v1/channel-addresses", Api.with(Api.with(address, "address", number), "type", type));
  }

  private static Map<String, @Nullable Object> account(
      String provider, Map<String, String> settings, Map<String, String> secrets) {
    return Api.with(
        Api.with(Api.with(Api.account(), "provider", provider), "settings", settings),
        "secrets",
        secrets);
  }

  private static String infobipKey(String id) {
    return (id + "0".repeat(32)).substring(0, 32) + "-7d1e2f30-aaaa-bbbb-cccc-0123456789ab";
  }

  private static KeyPair rsaKey() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number() {
    return String.valueOf(NUMBERS.incrementAndGet());
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
