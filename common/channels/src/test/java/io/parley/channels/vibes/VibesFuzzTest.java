package io.parley.channels.vibes;

import static io.parley.channels.vibes.Samples.NOW;
import static io.parley.channels.vibes.Samples.account;
import static io.parley.channels.vibes.Samples.call;
import static io.parley.channels.vibes.Samples.context;
import static io.parley.channels.vibes.Samples.outgoing;
import static io.parley.channels.vibes.Samples.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckStep;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.XmlBody;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Whatever arrives, Vibes' parsers answer. */
@Tag("fuzz")
class VibesFuzzTest {

  private final VibesReceiver receiver = new VibesReceiver();

  @Property
  void unauthenticatedBytesAreRefused(@ForAll String authorization, @ForAll byte[] body) {
    // Given
    WebhookRequest call = call("", null, authorization, body);

    // When
    Reception reception = receiver.receive(call, account(settings()), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  void authenticBytesAreRead(@ForAll byte[] body) throws IOException {
    // Given
    WebhookRequest call = call("", null, Samples.INBOUND_CREDENTIALS, body);

    // When
    Reception reception = receiver.receive(call, account(settings()), NOW);

    // Then
    assertRead(reception);
  }

  @Property
  void changedCallsAreRead(@ForAll("documents") String document, @ForAll Random random)
      throws IOException {
    // Given
    byte[] body = XmlMutations.of(document, random);
    WebhookRequest call = call("", null, Samples.INBOUND_CREDENTIALS, body);

    // When
    Reception reception = receiver.receive(call, account(settings()), NOW);

    // Then
    Statistics.collect(reception.getClass().getSimpleName());
    assertRead(reception);
  }

  @Property
  void changedAnswersAreRead(
      @ForAll("answers") String answer,
      @ForAll @IntRange(min = 100, max = 599) int status,
      @ForAll Random random) {
    // Then
    assertAnswered(new ProviderResponse(status, Map.of(), XmlMutations.of(answer, random)));
  }

  @Property
  void answersOfAnyBytesAreRead(
      @ForAll @IntRange(min = 100, max = 599) int status, @ForAll byte[] body) {
    // Then
    assertAnswered(new ProviderResponse(status, Map.of(), body));
  }

  @Property
  void whateverIsAllowedIsSentAsItWasWritten(@ForAll("texts") String text) {
    // Given
    Assume.that(!text.isBlank());
    var message = outgoing(text);
    Assume.that(new VibesSender().check(message, settings()).isEmpty());

    // When
    var request =
        new VibesSender()
            .request(message, context(settings()), URI.create("https://x.example/?a&b"));

    // Then
    var root = XmlBody.read(request.body()).orElseThrow();
    assertThat(XmlBody.child(root, "text").orElseThrow().getTextContent())
        .isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  @Property
  void meaningsAreGiven(@ForAll String code) {
    // Then
    assertThat(new VibesSender().meaningOf(code).reason().text()).isNotBlank();
  }

  private static void assertAnswered(ProviderResponse response) {
    SendResult result = new VibesSender().result(response, outgoing("Hi"), account(settings()));
    assertThat(result).isNotNull();
    if (result instanceof SendResult.Accepted) {
      assertThat(response.status() / 100).isEqualTo(2);
    }
    CheckStep step = new VibesAccountCheck().begin(context(settings()));
    assertThat(((CheckStep.Ask) step).next().apply(response)).isInstanceOf(CheckStep.Done.class);
  }

  private static void assertRead(Reception reception) throws IOException {
    assertThat(reception)
        .isInstanceOfAny(Reception.Understood.class, Reception.NotUnderstood.class);
    if (reception instanceof Reception.Understood understood) {
      for (EventData event : understood.events()) {
        byte[] json = EventJson.mapper().writeValueAsBytes(event);
        assertThat(EventJson.mapper().readValue(json, event.getClass())).isEqualTo(event);
        assertThat(new String(json, UTF_8)).doesNotContain("\\u0000");
      }
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(Samples.INBOUND, Samples.STOP, Samples.HANDSET, Samples.CARRIER_ERROR);
  }

  @Provide
  Arbitrary<String> answers() {
    return Arbitraries.of(Samples.ACCEPTED, Samples.NOT_LEASED, "<mdn carrier=\"104\"/>");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50),
        Arbitraries.strings().withChars("&<>\"']\r\n\t é😀\u0085\u2028").ofMaxLength(30));
  }
}
