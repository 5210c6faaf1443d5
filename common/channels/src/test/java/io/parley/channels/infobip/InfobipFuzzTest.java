package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.ACCEPTED;
import static io.parley.channels.infobip.Samples.API_KEY;
import static io.parley.channels.infobip.Samples.BLOCK;
import static io.parley.channels.infobip.Samples.ERROR;
import static io.parley.channels.infobip.Samples.HOOK_SECRET;
import static io.parley.channels.infobip.Samples.INBOUND;
import static io.parley.channels.infobip.Samples.MMS;
import static io.parley.channels.infobip.Samples.NOW;
import static io.parley.channels.infobip.Samples.OLD_ERROR;
import static io.parley.channels.infobip.Samples.QUIZ;
import static io.parley.channels.infobip.Samples.REJECTED;
import static io.parley.channels.infobip.Samples.REPORT;
import static io.parley.channels.infobip.Samples.URL;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.call;
import static io.parley.channels.infobip.Samples.context;
import static io.parley.channels.infobip.Samples.ours;
import static io.parley.channels.infobip.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckStep;
import io.parley.channels.LookUpResult;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.Hmac;
import io.parley.channels.wire.MutatedJson;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever arrives, Infobip's classes answer. */
@Tag("fuzz")
class InfobipFuzzTest {

  private final InfobipReceiver receiver = new InfobipReceiver();
  private final InfobipSender sender = new InfobipSender();
  private final OpenAccount hmac =
      account(
          Map.of("apiKey", API_KEY, "webhookSecret", HOOK_SECRET),
          "webhookAuthentication",
          "hmac",
          "webhookHeader",
          "X-Sign");

  @Property
  void unsignedBytesAreRefused(@ForAll("bodies") byte[] body, @ForAll String signature) {
    // When
    Reception reception = receiver.receive(call(body, "X-Sign", signature), hmac, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  void anyCredentialsAreReadWithoutAnException(@ForAll String authorization) {
    // Given
    OpenAccount basic =
        account(
            Map.of("apiKey", API_KEY, "webhookPassword", "p"),
            "webhookAuthentication",
            "basic",
            "webhookUser",
            "u");

    // When
    Reception reception =
        receiver.receive(call(INBOUND, "Authorization", "Basic " + authorization), basic, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Property
  @StatisticsReport(onFailureOnly = true)
  void signedBytesAreReadOrKept(@ForAll("bodies") byte[] body) throws IOException {
    // Given
    String signature = HexFormat.of().formatHex(Hmac.SHA256.of(HOOK_SECRET.getBytes(UTF_8), body));

    // When
    Reception reception = receiver.receive(call(body, "X-Sign", signature), hmac, NOW);

    // Then
    if (reception instanceof Reception.Understood understood) {
      assertThat(understood.answer().status()).isEqualTo(200);
      for (EventData event : understood.events()) {
        assertStorable(event);
      }
      for (Reception.Unread unread : understood.unread()) {
        assertReadAlone(unread);
      }
    } else {
      assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
    }
    boolean hasEvent =
        reception instanceof Reception.Understood understood && !understood.events().isEmpty();
    Statistics.label("understood")
        .collect(hasEvent)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
  }

  @Property
  void everyAnswerToAMessageHasAResult(
      @ForAll("statuses") int status, @ForAll("answers") byte[] body) {
    // Given
    ProviderResponse response = new ProviderResponse(status, Map.of(), body);

    // When
    SendResult sent = sender.result(response, outgoing("Hi"), account());
    LookUpResult repeated = sender.lookedUp(response, outgoing("Hi"), account(), NOW, List.of());

    // Then
    assertThat(sent instanceof SendResult.Accepted)
        .isEqualTo(repeated instanceof LookUpResult.Found);
    assertThat(sent instanceof SendResult.RetryLater).isEqualTo(status == 429);
    assertThat(repeated).isNotInstanceOf(LookUpResult.Absent.class);
    if (sent instanceof SendResult.Accepted) {
      assertThat(status / 100).isEqualTo(2);
    }
  }

  @Property
  void everyAnswerToACheckHasAVerdict(
      @ForAll("statuses") int status, @ForAll("answers") byte[] body) {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) new InfobipAccountCheck().begin(context(account()));

    // When
    CheckStep next = ask.next().apply(new ProviderResponse(status, Map.of(), body));

    // Then
    assertThat(next).isInstanceOf(CheckStep.Done.class);
  }

  @Property
  void everyErrorCodeHasAMeaning(@ForAll String code, @ForAll int id) {
    // Then
    assertThat(sender.meaningOf(code).reason().text()).isNotBlank();
    assertThat(sender.meaningOf("error:" + id + ":permanent").reason().text()).isNotBlank();
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, MutatedJson.of(INBOUND, QUIZ, MMS, REPORT, BLOCK)),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)));
  }

  @Provide
  Arbitrary<byte[]> answers() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, MutatedJson.of(ours(ACCEPTED), ours(REJECTED), ERROR, OLD_ERROR)),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)));
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(
        List.of(200, 200, 200, 201, 301, 400, 401, 402, 403, 404, 408, 429, 500, 502, 503));
  }

  private void assertReadAlone(Reception.Unread unread) {
    Reception alone =
        receiver.read(
            new WebhookRequest("POST", URL, "", null, Map.of(), unread.body()), account(), NOW);
    assertThat(((Reception.Understood) alone).unread())
        .extracting(Reception.Unread::reason)
        .containsExactly(unread.reason());
  }

  private static void assertStorable(EventData event) throws IOException {
    byte[] json = EventJson.mapper().writeValueAsBytes(event);
    assertThat(EventJson.mapper().readValue(json, event.getClass())).isEqualTo(event);
    assertThat(new String(json, UTF_8)).doesNotContain("\\u0000", API_KEY, HOOK_SECRET);
  }
}
