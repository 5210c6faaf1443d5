package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  private static final String ACCOUNT_PATH = "/2010-04-01/Accounts/" + Sample.ACCOUNT + ".json";
  private static final String KEY = "SK00112233445566778899aabbccddeeff";
  private static final String SECONDARY = "0f1e2d3c4b5a69788796a5b4c3d2e1f6";

  private final Stage stage = new Stage();

  @BeforeEach
  void addKeys() {
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT,
            Sample.account(stage.receiver.base())
                .withApiKey(KEY, "secret")
                .withSecondaryToken(SECONDARY));
    stage.simulator.twilio().putAccount(Sample.OTHER_ACCOUNT, AccountSettings.of("other-token"));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({
    Sample.ACCOUNT + ", wrong, 401, 20003",
    "ACffffffffffffffffffffffffffffffff, " + Sample.TOKEN + ", 401, 20003",
    "ac00112233445566778899aabbccddeeff, " + Sample.TOKEN + ", 401, 20003",
    KEY + ", wrong, 401, 20003",
    Sample.OTHER_ACCOUNT + ", other-token, 404, 20404",
  })
  void wrongCredentialsAreToldApartFromForeignOnes(
      String user, String password, int status, int code) throws Exception {
    // When
    Caller.Result result = caller(user, password).get(ACCOUNT_PATH);

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.body().path("code").asInt()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    Sample.ACCOUNT + ", " + Sample.TOKEN,
    Sample.ACCOUNT + ", " + SECONDARY,
    KEY + ", secret"
  })
  void tokensAndKeysOpenMessages(String user, String password) throws Exception {
    // When
    Caller.Result result = caller(user, password).get(Sample.MESSAGES + "?PageSize=1");

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.headers()).containsEntry("twilio-concurrent-requests", "1");
  }

  @Test
  void keyDoesNotOpenTheAccount() throws Exception {
    // When
    Caller.Result result = caller(KEY, "secret").get(ACCOUNT_PATH);

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(result.body().path("code").asInt()).isEqualTo(20003);
  }

  @Test
  void accountTellsItsStateAndEvenItsToken() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT,
            AccountSettings.of(Sample.TOKEN)
                .withStatus(AccountStatus.SUSPENDED)
                .withType(AccountType.TRIAL));

    // When
    Caller.Result result = stage.caller.get(ACCOUNT_PATH);

    // Then
    assertThat(result.body().path("status").asText()).isEqualTo("suspended");
    assertThat(result.body().path("type").asText()).isEqualTo("Trial");
    assertThat(result.body().path("auth_token").asText()).isEqualTo(Sample.TOKEN);
  }

  @Test
  void testCredentialsOpenNothingButSending() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(Sample.ACCOUNT, AccountSettings.of(Sample.TOKEN).withType(AccountType.TEST));

    // When
    Caller.Result account = stage.caller.get(ACCOUNT_PATH);
    Caller.Result sent =
        stage.caller.post(
            Sample.MESSAGES, "To", Sample.CUSTOMER, "From", "+15005550006", "Body", "Hi");

    // Then
    assertThat(account.status()).isEqualTo(403);
    assertThat(sent.status()).isEqualTo(201);
  }

  @Test
  void numberFilterAlsoFindsParts() throws Exception {
    // Given
    String path = "/2010-04-01/Accounts/" + Sample.ACCOUNT + "/IncomingPhoneNumbers.json";

    // When
    Caller.Result part = stage.caller.get(path + "?PhoneNumber=206555*");
    Caller.Result foreign = stage.caller.get(path + "?PhoneNumber=%2B12065559999");

    // Then
    assertThat(part.body().path("incoming_phone_numbers")).hasSize(1);
    assertThat(foreign.body().path("incoming_phone_numbers")).isEmpty();
  }

  @Test
  void whatsAppSendersAreListedOnline() throws Exception {
    // When
    Caller.Result result = stage.caller.get("/v2/Channels/Senders?Channel=whatsapp&PageSize=50");

    // Then
    assertThat(result.body().path("senders").path(0).path("sender_id").asText())
        .isEqualTo(Sample.WHATSAPP_SENDER);
    assertThat(result.body().path("senders").path(0).path("status").asText()).isEqualTo("ONLINE");
  }

  @Test
  void messageOfAnotherAccountIsNotFound() throws Exception {
    // Given
    String sid = stage.send("Hi").body().path("sid").asText();
    Caller other = caller(Sample.OTHER_ACCOUNT, "other-token");

    // When
    Caller.Result result =
        other.get("/2010-04-01/Accounts/" + Sample.OTHER_ACCOUNT + "/Messages/" + sid + ".json");

    // Then
    assertThat(result.status()).isEqualTo(404);
    assertThat(result.body().path("code").asInt()).isEqualTo(20404);
  }

  private Caller caller(String user, String password) {
    return new Caller(stage.simulator.baseUrl(), user, password);
  }
}
