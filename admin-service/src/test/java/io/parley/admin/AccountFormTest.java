package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Accounts as their provider's form wants them, and what has to be pasted where. */
@AdminTest
class AccountFormTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String ADDRESSES = "/api/v1/channel-addresses";
  private static final Map<String, String> LINK =
      Map.of(
          "variant", "COMMON",
          "baseUrl", "https://wsx.sp247.net",
          "platformId", "COMMON_API",
          "platformPartnerId", "48213",
          "username", "harbor");
  private static final Map<String, String> LINK_SECRETS = Map.of("password", "Kelp-9");
  private static final Map<String, String> CONTRACT =
      Map.of(
          "form", "contract",
          "endpoint", "https://desk.example.org/send",
          "channelDefinitionId", "c-1",
          "organizationId", "o-1");
  private static final Map<String, String> CONTRACT_SECRETS =
      Map.of("sharedSecret", "0123456789abcdef0123");
  private static final Map<String, String> TELESIGN =
      Map.of("customerId", "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9");
  private static final Map<String, String> TELESIGN_SECRETS = Map.of("apiKey", "QUJDREVGR0hJSktM");

  private final Api api = Api.administrator();
  private final List<DynamicTest> cases = new ArrayList<>();

  @TestFactory
  List<DynamicTest> whatDoesNotFitTogetherIsNamedWhereItIs() {
    wrong(
        "setting needed by another",
        account("link-mobility", "SMS", without(LINK, "baseUrl"), LINK_SECRETS),
        "/settings/baseUrl");
    wrong(
        "secret needed by a setting",
        account("link-mobility", "SMS", LINK, Map.of()),
        "/secrets/password");
    wrong(
        "secret of the wrong shape within",
        account(
            "azure", "SMS", Map.of(), Map.of("connectionString", "endpoint=https://x;accesskey=")),
        "/secrets/connectionString");
    wrong(
        "secret too short",
        account("custom", "SMS", CONTRACT, Map.of("sharedSecret", "short")),
        "/secrets/sharedSecret");
    wrong(
        "channel that the provider does not serve",
        account("telesign", "WHATSAPP", TELESIGN, TELESIGN_SECRETS),
        "/channel");
    wrong(
        "beyond the longest value",
        account(
            "custom", "SMS", with(CONTRACT, "errorMeanings", "x".repeat(16_385)), CONTRACT_SECRETS),
        "/settings/errorMeanings");
    wrong(
        "deep nesting that costs too much",
        account(
            "link-mobility",
            "SMS",
            with(LINK, "baseUrl", "https://a" + ".a".repeat(8_000) + "!"),
            LINK_SECRETS),
        "/settings/baseUrl");
    return cases;
  }

  @Test
  void allFieldsTogetherAreBounded() {
    // Given
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      settings.put("unknown" + i, "x".repeat(16_000));
    }

    // When
    Response refusal = api.post(ACCOUNTS, account("custom", "SMS", settings, CONTRACT_SECRETS));

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.jsonPath().getList("errors.pointer")).contains("/settings");
  }

  @Test
  void secretThatIsKeptCountsForTheRules() {
    // Given
    Map<String, @Nullable Object> account = account("link-mobility", "SMS", LINK, LINK_SECRETS);
    String path = ACCOUNTS + "/" + api.created(ACCOUNTS, account);
    Map<String, @Nullable Object> removal = new HashMap<>();
    removal.put("password", null);

    // When
    Response kept = api.put(path, "*", Api.without(account, "secrets"));
    Response removed = api.put(path, "*", Api.with(account, "secrets", removal));

    // Then
    assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(200);
    assertThat(removed.statusCode()).isEqualTo(400);
    assertThat(removed.jsonPath().getList("errors.pointer")).containsExactly("/secrets/password");
  }

  @Test
  void settingsAreReplacedAsAWhole() {
    // Given
    Map<String, @Nullable Object> account =
        account("link-mobility", "SMS", with(LINK, "gateId", "Tq3mVbZk"), LINK_SECRETS);
    String path = ACCOUNTS + "/" + api.created(ACCOUNTS, account);

    // When
    Response replaced = api.put(path, "*", Api.with(account, "settings", LINK));

    // Then
    assertThat(replaced.jsonPath().getMap("settings")).isEqualTo(LINK);
  }

  @Test
  void callbackUrlsAreTheProvidersAndSayWhereTheyGo() {
    // When
    Response telesign = api.post(ACCOUNTS, account("telesign", "SMS", TELESIGN, TELESIGN_SECRETS));

    // Then
    assertThat(telesign.statusCode()).as(telesign.asString()).isEqualTo(201);
    assertThat(telesign.jsonPath().getList("callbackUrls.purpose"))
        .containsExactly("INBOUND_AND_STATUS", "STATUS");
    assertThat(telesign.jsonPath().getList("callbackUrls.method")).containsOnly("POST");
    assertThat(telesign.jsonPath().getList("callbackUrls.url", String.class))
        .satisfiesExactly(
            url -> assertThat(url).matches("http://.+/webhooks/telesign/[A-Za-z0-9_-]{43}"),
            url -> assertThat(url).matches("http://.+/webhooks/telesign/[A-Za-z0-9_-]{43}/status"));
    assertThat(telesign.jsonPath().getList("callbackUrls.where", String.class).getFirst())
        .contains("as callback URL");
  }

  @Test
  void nameAsSenderIsTakenAndRefusedForConversations() {
    // Given
    String account = api.created(ACCOUNTS, account("telesign", "SMS", TELESIGN, TELESIGN_SECRETS));
    String queue = api.created("/api/v1/queues", Api.queue());
    String name = "Harbor" + (System.nanoTime() % 100_000);
    Map<String, @Nullable Object> address =
        Api.with(Api.with(Api.address(account), "address", name), "type", "ALPHANUMERIC");

    // When
    Response created = api.post(ADDRESSES, address);
    String id = created.path("id");
    String workstream = api.created("/api/v1/workstreams", Api.workstream(queue));
    Response refused = api.post("/api/v1/channel-instances", Api.instance(workstream, id));

    // Then
    assertThat(created.jsonPath().getString("address")).isEqualTo(name);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/channelAddressId");
    assertThat(refused.jsonPath().getString("errors[0].detail"))
        .contains("customers cannot answer");
  }

  @Test
  void addressOfOnesOwnKindIsKeptAsItIs() {
    // Given
    String account = api.created(ACCOUNTS, account("custom", "CUSTOM", CONTRACT, CONTRACT_SECRETS));
    String desk = "desk:" + System.nanoTime() + "/Main";
    Map<String, @Nullable Object> address =
        Api.with(Api.with(Api.address(account), "address", desk), "type", "CUSTOM");

    // When
    Response created = api.post(ADDRESSES, address);
    Response number = api.post(ADDRESSES, Api.address(account));

    // Then
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    assertThat(created.jsonPath().getString("address")).isEqualTo(desk);
    assertThat(number.jsonPath().getList("errors.pointer")).containsExactly("/type");
  }

  @Test
  void wrongAddressSaysWhatIsExpected() {
    // Given
    String account = api.created(ACCOUNTS, account("telesign", "SMS", TELESIGN, TELESIGN_SECRETS));

    // When
    Response number = api.post(ADDRESSES, Api.with(Api.address(account), "address", "12"));
    Response code =
        api.post(
            ADDRESSES,
            Api.with(Api.with(Api.address(account), "address", "1"), "type", "SHORT_CODE"));

    // Then
    assertThat(number.jsonPath().getString("errors[0].detail"))
        .startsWith("expected a phone number with its country code");
    assertThat(code.jsonPath().getString("errors[0].detail"))
        .startsWith("expected a short code of 3 to 8 digits");
  }

  private void wrong(String name, Map<String, @Nullable Object> account, String pointer) {
    cases.add(
        DynamicTest.dynamicTest(
            name,
            () -> {
              Response refusal = api.post(ACCOUNTS, account);
              assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(400);
              assertThat(refusal.jsonPath().getList("errors.pointer", String.class))
                  .as(refusal.asString())
                  .containsExactly(pointer);
            }));
  }

  private static Map<String, @Nullable Object> account(
      String provider, String channel, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, @Nullable Object> account = new HashMap<>(Api.account());
    account.put("provider", provider);
    account.put("channel", channel);
    account.put("settings", settings);
    account.put("secrets", secrets);
    return account;
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> changed = new HashMap<>(map);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, String> without(Map<String, String> map, String name) {
    Map<String, String> changed = new HashMap<>(map);
    changed.remove(name);
    return changed;
  }
}
