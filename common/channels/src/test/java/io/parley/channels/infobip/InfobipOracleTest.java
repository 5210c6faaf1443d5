package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.ACCEPTED;
import static io.parley.channels.infobip.Samples.API_KEY;
import static io.parley.channels.infobip.Samples.ERROR;
import static io.parley.channels.infobip.Samples.INBOUND;
import static io.parley.channels.infobip.Samples.MESSAGE_ID;
import static io.parley.channels.infobip.Samples.MMS;
import static io.parley.channels.infobip.Samples.OLD_ERROR;
import static io.parley.channels.infobip.Samples.QUIZ;
import static io.parley.channels.infobip.Samples.REJECTED;
import static io.parley.channels.infobip.Samples.REPORT;
import static io.parley.channels.infobip.Samples.STATUS;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.context;
import static io.parley.channels.infobip.Samples.message;
import static io.parley.channels.infobip.Samples.ours;
import static io.parley.channels.infobip.Samples.outgoing;
import static io.parley.channels.infobip.Samples.receipt;
import static io.parley.channels.infobip.Samples.receive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.infobip.ApiClient;
import com.infobip.ApiException;
import com.infobip.ApiKey;
import com.infobip.BaseUrl;
import com.infobip.JSON;
import com.infobip.api.SmsApi;
import com.infobip.model.MmsInboundLinkSegment;
import com.infobip.model.MmsInboundTextSegment;
import com.infobip.model.MmsInboundWebhookRequest;
import com.infobip.model.SmsDeliveryReport;
import com.infobip.model.SmsDeliveryResult;
import com.infobip.model.SmsDestination;
import com.infobip.model.SmsInboundMessage;
import com.infobip.model.SmsInboundMessageResult;
import com.infobip.model.SmsMessage;
import com.infobip.model.SmsMessageDeliveryReporting;
import com.infobip.model.SmsMessageOptions;
import com.infobip.model.SmsRequest;
import com.infobip.model.SmsResponse;
import com.infobip.model.SmsTextContent;
import com.infobip.model.SmsTransliterationCode;
import com.infobip.model.SmsWebhooks;
import com.infobip.model.ValidityPeriod;
import com.infobip.model.ValidityPeriodTimeUnit;
import io.parley.channels.ProviderRequest;
import io.parley.channels.SendResult;
import io.parley.channels.wire.JsonBody;
import io.parley.events.MessageReceived;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Infobip's own client, for the same message, makes the same call, and reads our samples. */
class InfobipOracleTest {

  private final JSON models = new JSON();
  private final AtomicReference<@Nullable Request> sent = new AtomicReference<>();

  @ParameterizedTest
  @ValueSource(strings = {"Hi", "Grüße 📦", "\"quoted\" \\ <b> & line\nline"})
  void sameMessageGivesTheSameCall(String text) throws ApiException, IOException {
    // Given
    SmsRequest request = new SmsRequest().messages(List.of(theirs(text)));
    ProviderRequest ours = InfobipCalls.send(outgoing(text), context(account()), STATUS);

    // When
    SmsResponse answer = api(200, ours(ACCEPTED)).sendSmsMessages(request).execute();

    // Then
    assertSame(ours, sent());
    assertThat(answer.getMessages().getFirst().getMessageId()).isEqualTo(MESSAGE_ID.toString());
    assertThat(answer.getMessages().getFirst().getStatus().getId()).isEqualTo(26);
  }

  @Test
  void sameOptionsGiveTheSameCall() throws ApiException, IOException {
    // Given
    SmsMessage theirs = theirs("Hi");
    ((SmsTextContent) theirs.getContent()).transliteration(SmsTransliterationCode.GREEK);
    theirs.options(
        new SmsMessageOptions()
            .campaignReferenceId("spring")
            .validityPeriod(
                new ValidityPeriod().amount(90).timeUnit(ValidityPeriodTimeUnit.MINUTES)));
    ProviderRequest ours =
        InfobipCalls.send(
            outgoing("Hi"),
            context(
                account(
                    "transliteration",
                    "GREEK",
                    "campaignReferenceId",
                    "spring",
                    "validityMinutes",
                    "90")),
            STATUS);

    // When
    api(200, ACCEPTED).sendSmsMessages(new SmsRequest().messages(List.of(theirs))).execute();

    // Then
    assertSame(ours, sent());
  }

  @Test
  void ourCallIsAMessageOfTheirModel() {
    // Given
    ProviderRequest ours = InfobipCalls.send(outgoing("Hi"), context(account()), STATUS);

    // When
    SmsRequest read = models.deserialize(new String(ours.body(), UTF_8), SmsRequest.class);

    // Then
    assertThat(read).isEqualTo(new SmsRequest().messages(List.of(theirs("Hi"))));
  }

  @Test
  void sameCheckGivesTheSameCall() throws ApiException {
    // Given
    ProviderRequest ours = InfobipCalls.noReports(context(account()));
    String unused = String.valueOf(ours.uri().getQuery()).replaceAll("messageId=|&limit=1", "");

    // When
    SmsDeliveryResult result =
        api(200, "{\"results\":[]}")
            .getOutboundSmsMessageDeliveryReports()
            .messageId(unused)
            .limit(1)
            .execute();

    // Then
    assertThat(sent().method()).isEqualTo(ours.method());
    assertThat(sent().url().encodedPath()).isEqualTo(ours.uri().getRawPath());
    assertThat(sent().url().queryParameterNames()).containsExactlyInAnyOrder("messageId", "limit");
    assertThat(sent().url().queryParameter("messageId")).isEqualTo(unused);
    assertThat(sent().header("Authorization"))
        .isEqualTo(Objects.requireNonNull(ours.headers().get("Authorization")).getFirst());
    assertThat(result.getResults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {INBOUND, QUIZ})
  void theirModelReadsTheSameMessage(String body) {
    // Given
    MessageReceived ours = message(receive(body));

    // When
    SmsInboundMessage theirs =
        models
            .<SmsInboundMessageResult>deserialize(body, SmsInboundMessageResult.class)
            .getResults()
            .getFirst();

    // Then
    assertThat(theirs.getMessageId()).isEqualTo(ours.providerMessageId());
    assertThat("+" + theirs.getFrom()).isEqualTo(ours.from().value());
    assertThat("+" + theirs.getTo()).isEqualTo(ours.to());
    assertThat(theirs.getText()).isEqualTo(ours.text());
    assertThat(theirs.getReceivedAt().toInstant()).isEqualTo(ours.sentAt());
  }

  @Test
  void theirModelReadsTheSameMms() {
    // Given
    MessageReceived ours = message(receive(MMS));

    // When
    var segments =
        models
            .<MmsInboundWebhookRequest>deserialize(MMS, MmsInboundWebhookRequest.class)
            .getResults()
            .getFirst()
            .getMessage();

    // Then
    assertThat(segments)
        .filteredOn(MmsInboundTextSegment.class::isInstance)
        .extracting(segment -> ((MmsInboundTextSegment) segment).getValue())
        .containsExactly("<smil/>", "Look", "at this");
    assertThat(segments)
        .filteredOn(MmsInboundLinkSegment.class::isInstance)
        .extracting(segment -> ((MmsInboundLinkSegment) segment).getUrl())
        .containsExactly(ours.media().getFirst().url().toString());
  }

  @Test
  void theirModelReadsTheSameReport() {
    // Given
    var ours = receipt(receive(REPORT));

    // When
    SmsDeliveryReport theirs =
        models
            .<SmsDeliveryResult>deserialize(REPORT, SmsDeliveryResult.class)
            .getResults()
            .getFirst();

    // Then
    assertThat(theirs.getMessageId()).isEqualTo(ours.providerMessageId());
    assertThat(theirs.getStatus().getName()).isEqualTo(ours.providerStatus());
    assertThat("error:" + theirs.getError().getId()).isEqualTo(ours.errorCode());
    assertThat(theirs.getError().getPermanent()).isFalse();
  }

  @Test
  void theirModelReadsTheRejection() throws ApiException {
    // When
    SmsResponse theirs = api(200, ours(REJECTED)).sendSmsMessages(new SmsRequest()).execute();

    // Then
    SendResult ours =
        new InfobipSender()
            .result(Samples.response(200, ours(REJECTED)), outgoing("Hi"), account());
    assertThat(theirs.getMessages().getFirst().getStatus().getId()).isEqualTo(14);
    assertThat(ours).isInstanceOf(SendResult.Refused.class);
  }

  @Test
  void theirClientReadsBothFormsOfErrors() {
    // When
    ApiException current =
        catchThrowableOfType(
            ApiException.class, () -> api(400, ERROR).sendSmsMessages(new SmsRequest()).execute());
    ApiException older =
        catchThrowableOfType(
            ApiException.class,
            () -> api(401, OLD_ERROR).sendSmsMessages(new SmsRequest()).execute());

    // Then
    assertThat(current.details().getErrorCode()).isEqualTo("E400");
    assertThat(older.details().getMessageId()).isEqualTo("UNAUTHORIZED");
  }

  private Request sent() {
    return Objects.requireNonNull(sent.get());
  }

  private static SmsMessage theirs(String text) {
    return new SmsMessage()
        .sender("447700900999")
        .destinations(
            List.of(new SmsDestination().to("447700900123").messageId(MESSAGE_ID.toString())))
        .content(new SmsTextContent().text(text))
        .webhooks(
            new SmsWebhooks()
                .delivery(
                    new SmsMessageDeliveryReporting()
                        .url(STATUS.toString())
                        .intermediateReport(true))
                .contentType("application/json")
                .callbackData(MESSAGE_ID.toString()));
  }

  private static void assertSame(ProviderRequest ours, Request theirs) throws IOException {
    Buffer body = new Buffer();
    if (theirs.body() != null) {
      theirs.body().writeTo(body);
    }
    assertThat(ours.method()).isEqualTo(theirs.method());
    assertThat(ours.uri()).isEqualTo(theirs.url().uri());
    assertThat(Objects.requireNonNull(ours.headers().get("Authorization")).getFirst())
        .isEqualTo(theirs.header("Authorization"));
    assertThat(theirs.header("Accept").toLowerCase(Locale.ROOT)).contains("application/json");
    assertThat(JsonBody.read(ours.body())).isEqualTo(JsonBody.read(body.readByteArray()));
  }

  /** The official client over a connection that keeps the call and gives this answer. */
  private SmsApi api(int status, String answer) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  sent.set(chain.request());
                  return new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(status)
                      .message("-")
                      .body(ResponseBody.create(answer, MediaType.get("application/json")))
                      .build();
                })
            .build();
    return new SmsApi(
        ApiClient.forApiKey(ApiKey.from(API_KEY))
            .withBaseUrl(BaseUrl.from("https://xk3p9z.api.infobip.com"))
            .withHttpClient(http)
            .build());
  }
}
