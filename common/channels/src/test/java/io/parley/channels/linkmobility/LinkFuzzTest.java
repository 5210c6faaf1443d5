package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.account;
import static io.parley.channels.linkmobility.Samples.common;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.MutatedJson;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever arrives, LINK's parsers answer. */
@Tag("fuzz")
class LinkFuzzTest {

  private static final String ACCEPTED =
      "{\"messageId\":\"a\",\"resultCode\":1005,\"status\":106000,\"description\":\"d\",\"code\":3,"
          + "\"messages\":[{\"messageId\":\"m\",\"referenceId\":\"r\"}],\"access_token\":\"t\","
          + "\"expires_in\":60,\"id\":\"Tq3mVbZk\",\"destinations\":[{\"url\":\"https://x.example\"}]}";

  private final LinkReceiver receiver = new LinkReceiver();

  @Property
  void unauthenticatedBytesAreRefused(
      @ForAll("methods") String method,
      @ForAll("types") String type,
      @ForAll @Nullable String query,
      @ForAll String authorization,
      @ForAll byte[] body) {
    // Given
    WebhookRequest call = call(method, type, query, authorization, body);

    // When
    Reception reception = receiver.receive(call, account(common()), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refusal.class);
  }

  @Property
  void authenticBytesAreRead(
      @ForAll("types") String type, @ForAll @Nullable String query, @ForAll byte[] body)
      throws IOException {
    // Given
    WebhookRequest call = call("POST", type, query, Samples.CALLBACK, body);

    // Then
    assertRead(receiver.receive(call, account(common()), NOW));
    assertRead(receiver.receive(call, account(myLink()), NOW));
  }

  @Property
  void changedCallsAreRead(@ForAll("documents") String document, @ForAll Random random)
      throws IOException {
    // Given
    byte[] body = MutatedJson.of(document, random);
    WebhookRequest call = call("POST", "application/json", null, Samples.CALLBACK, body);
    boolean myLink = document.contains("eventId");
    OpenAccount account =
        account(
            myLink
                ? myLink("stripKeyword", "true")
                : common("stripKeyword", "true", "ignoreResponse", "true"));

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    Statistics.collect(reception.getClass().getSimpleName());
    assertRead(reception);
  }

  @Property
  void answersAreRead(@ForAll @IntRange(min = 100, max = 599) int status, @ForAll Random random) {
    // Given
    byte[] body = MutatedJson.of(ACCEPTED, random);
    ProviderResponse response =
        new ProviderResponse(status, Map.of("Retry-After", List.of("x")), body);

    // Then
    assertAnswered(response);
  }

  @Property
  void answersOfAnyBytesAreRead(
      @ForAll @IntRange(min = 100, max = 599) int status, @ForAll byte[] body) {
    // Then
    assertAnswered(new ProviderResponse(status, Map.of(), body));
  }

  @Property
  void meaningsAreGiven(@ForAll String code) {
    // Then
    assertThat(new LinkSender().meaningOf(code).reason().text()).isNotBlank();
  }

  private static void assertAnswered(ProviderResponse response) {
    for (Map<String, String> settings : List.of(common(), myLink())) {
      SendResult result = new LinkSender().result(response, outgoing("Hei"), account(settings));
      assertThat(result).isNotNull();
      if (result instanceof SendResult.Accepted) {
        assertThat(response.status() / 100).isEqualTo(2);
      }
      var step = new LinkAccountCheck().begin(Samples.context(settings));
      assertThat(((CheckStep.Ask) step).next().apply(response)).isNotNull();
    }
    assertThat(new LinkTokens().read(response)).isNotNull();
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

  private static WebhookRequest call(
      String method, String type, @Nullable String query, String authorization, byte[] body) {
    return new WebhookRequest(
        method,
        Samples.URL,
        "",
        query,
        Map.of("Content-Type", List.of(type), "Authorization", List.of(authorization)),
        body);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("POST", "GET", "PUT", "PATCH");
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "application/json", "application/x-www-form-urlencoded", "application/xml", "");
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
        Samples.INBOUND,
        Samples.DELIVERED,
        Samples.DEAD_NUMBER,
        Samples.MYLINK_STATUS,
        Samples.MYLINK_INBOUND);
  }
}
