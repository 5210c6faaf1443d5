package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.ACCEPTED;
import static io.parley.channels.telesign.Samples.API_KEY;
import static io.parley.channels.telesign.Samples.INBOUND;
import static io.parley.channels.telesign.Samples.NOW;
import static io.parley.channels.telesign.Samples.REFUSED;
import static io.parley.channels.telesign.Samples.REPORT;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.call;
import static io.parley.channels.telesign.Samples.context;
import static io.parley.channels.telesign.Samples.outgoing;
import static io.parley.channels.telesign.Samples.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckStep;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.wire.MessageIds;
import io.parley.channels.wire.MutatedJson;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import java.io.IOException;
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

/** Whatever arrives, TeleSign's classes answer. */
@Tag("fuzz")
class TelesignFuzzTest {

  private final TelesignReceiver receiver = new TelesignReceiver();

  @Property
  void unsignedBytesAreRefused(@ForAll byte[] body, @ForAll String signature) {
    // When
    Reception reception =
        receiver.receive(
            call(body, "Authorization", signature, "X-TS-Authorization", signature),
            account(),
            NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  @StatisticsReport(onFailureOnly = true)
  void signedBytesAreReadOrKept(@ForAll("bodies") byte[] body) throws IOException {
    // When
    Reception reception = receiver.receive(signed(body), account(), NOW);

    // Then
    switch (reception) {
      case Reception.Understood understood -> {
        assertThat(understood.answer().status()).isEqualTo(200);
        for (EventData event : understood.events()) {
          assertStorable(event);
        }
      }
      case Reception.NotUnderstood kept -> assertThat(kept.answer().status()).isEqualTo(200);
      case Reception.Refusal refusal -> assertThat(refusal.reason()).contains("old call");
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
    // When
    SendResult result =
        new TelesignSender()
            .result(new ProviderResponse(status, Map.of(), body), outgoing("Hi"), account());

    // Then
    if (result instanceof SendResult.RetryLater later) {
      assertThat(later.reason().text()).isNotBlank();
      assertThat(status / 100).isIn(2, 4);
    }
    if (result instanceof SendResult.Accepted(String id)) {
      assertThat(status / 100).isEqualTo(2);
      assertThat(MessageIds.theirs(id)).isEqualTo(id);
    }
  }

  @Property
  void everyAnswerToACheckHasAVerdict(
      @ForAll("statuses") int status, @ForAll("answers") byte[] body) {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) new TelesignAccountCheck().begin(context(account()));

    // When
    CheckStep next = ask.next().apply(new ProviderResponse(status, Map.of(), body));

    // Then
    assertThat(next).isInstanceOf(CheckStep.Done.class);
  }

  @Property
  void everyErrorCodeHasAMeaning(@ForAll String code) {
    // When
    String text = new TelesignSender().meaningOf(code).reason().text();

    // Then
    assertThat(text).isNotBlank();
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, MutatedJson.of(INBOUND, REPORT)),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)));
  }

  @Provide
  Arbitrary<byte[]> answers() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, MutatedJson.of(ACCEPTED, REFUSED)),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)));
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(
        List.of(200, 201, 202, 301, 400, 401, 402, 403, 404, 408, 429, 500, 502, 503));
  }

  private static void assertStorable(EventData event) throws IOException {
    byte[] json = EventJson.mapper().writeValueAsBytes(event);
    assertThat(EventJson.mapper().readValue(json, event.getClass())).isEqualTo(event);
    assertThat(new String(json, UTF_8)).doesNotContain("\\u0000", API_KEY);
  }
}
