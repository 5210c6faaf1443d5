package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.CONNECTION;
import static io.parley.channels.azure.Samples.CUSTOMER;
import static io.parley.channels.azure.Samples.KEY;
import static io.parley.channels.azure.Samples.MESSAGE_ID;
import static io.parley.channels.azure.Samples.MIXED_ANSWER;
import static io.parley.channels.azure.Samples.OURS;
import static io.parley.channels.azure.Samples.STATUS;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.context;
import static io.parley.channels.azure.Samples.outgoing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.communication.sms.SmsClient;
import com.azure.communication.sms.SmsClientBuilder;
import com.azure.communication.sms.models.SmsSendOptions;
import com.azure.communication.sms.models.SmsSendResult;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.ProviderRequest;
import io.parley.channels.SendResult;
import io.parley.channels.wire.JsonBody;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client and our code send the same, sign the same and read the same. */
class AzureSdkOracleTest {

  private static final SmsSendOptions OPTIONS =
      new SmsSendOptions().setDeliveryReportEnabled(true).setTag(MESSAGE_ID.toString());

  @Property(tries = 100)
  void bothMakeTheSameCall(@ForAll("texts") String text) {
    // Given
    CapturingClient network = new CapturingClient(202, MIXED_ANSWER);

    // When
    send(network, text);
    HttpRequest theirs = network.only();
    ProviderRequest ours = new AzureSender().request(outgoing(text), context(account()), STATUS);

    // Then
    assertThat(ours.method()).isEqualTo(theirs.getHttpMethod().toString());
    assertThat(ours.uri()).hasToString(theirs.getUrl().toString());
    assertThat(withoutPair(JsonBody.read(ours.body())))
        .isEqualTo(withoutPair(JsonBody.read(body(theirs))));
    assertThat(ours.headers().get("Content-Type")).containsExactly(header(theirs, "Content-Type"));
  }

  @Property(tries = 100)
  void bothSignAlike(@ForAll("texts") String text) {
    // Given
    CapturingClient network = new CapturingClient(202, MIXED_ANSWER);

    // When
    send(network, text);
    HttpRequest theirs = network.only();
    Instant signedAt =
        Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(theirs, "x-ms-date")));
    Map<String, List<String>> ours =
        RequestSignature.headers(
            "POST", URI.create(theirs.getUrl().toString()), body(theirs), signedAt, KEY);

    // Then
    ours.forEach((name, value) -> assertThat(value).as(name).containsExactly(header(theirs, name)));
  }

  @Test
  void bothWriteThePairThatMakesACallRepeatableInTheSameForm() {
    // Given
    CapturingClient network = new CapturingClient(202, MIXED_ANSWER);

    // When
    send(network, "Hi");
    JsonNode theirs = JsonBody.read(body(network.only())).at("/smsRecipients/0");
    ProviderRequest request = new AzureSender().request(outgoing("Hi"), context(account()), STATUS);
    JsonNode ours = JsonBody.read(request.body()).at("/smsRecipients/0");

    // Then
    assertThat(List.copyOf(ours.properties()))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(
            theirs.properties().stream().map(Map.Entry::getKey).toList());
    String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    String date = "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT";
    for (JsonNode recipient : List.of(ours, theirs)) {
      assertThat(recipient.path("repeatabilityRequestId").asText()).matches(uuid);
      assertThat(recipient.path("repeatabilityFirstSent").asText()).matches(date);
    }
  }

  @Test
  void bothReadTheDocumentedAnswerAlike() {
    // Given
    List<String> numbers = List.of(CUSTOMER, "+1555", "+14255550188");

    // When
    List<SmsSendResult> theirs = new ArrayList<>();
    client(new CapturingClient(202, MIXED_ANSWER))
        .sendWithResponse(OURS, numbers, "Hi", OPTIONS, Context.NONE)
        .getValue()
        .forEach(theirs::add);
    SendResult ours = SendAnswer.read(Samples.response(202, MIXED_ANSWER), outgoing("Hi"), false);

    // Then
    assertThat(ours).isEqualTo(new SendResult.Accepted(theirs.getFirst().getMessageId()));
    assertThat(theirs).extracting(SmsSendResult::isSuccessful).containsExactly(true, false, false);
    assertThat(theirs).extracting(SmsSendResult::getHttpStatusCode).containsExactly(202, 400, 503);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void whatTheOfficialClientThrowsAtIsNoSuccessHere(int status) {
    // Given
    SmsClient client = client(new CapturingClient(status, ""));

    // When
    SendResult ours = SendAnswer.read(Samples.response(status, ""), outgoing("Hi"), false);

    // Then
    assertThatExceptionOfType(HttpResponseException.class)
        .isThrownBy(() -> client.send(OURS, CUSTOMER, "Hi", OPTIONS));
    assertThat(ours).isNotInstanceOf(SendResult.Accepted.class);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(60)
        .filter(
            text ->
                !text.isBlank()
                    && text.codePoints()
                        .noneMatch(
                            c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
        .edgeCases(edges -> edges.add("Olá ✅", "a\"b\\c\n", "a\u2028b", "<&>"));
  }

  private static void send(CapturingClient network, String text) {
    client(network).send(OURS, CUSTOMER, text, OPTIONS);
  }

  private static SmsClient client(CapturingClient network) {
    return new SmsClientBuilder()
        .connectionString(CONNECTION)
        .httpClient(network)
        .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))
        .buildClient();
  }

  private static byte[] body(HttpRequest request) {
    return request.getBodyAsBinaryData().toBytes();
  }

  private static String header(HttpRequest request, String name) {
    return request.getHeaders().getValue(HttpHeaderName.fromString(name));
  }

  /** The client makes a new pair for every call; ours is made of the message. */
  private static JsonNode withoutPair(JsonNode body) {
    body.path("smsRecipients")
        .forEach(
            recipient ->
                ((ObjectNode) recipient)
                    .remove(List.of("repeatabilityRequestId", "repeatabilityFirstSent")));
    return body;
  }
}
