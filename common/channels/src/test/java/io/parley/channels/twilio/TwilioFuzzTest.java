package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_SID;
import static io.parley.channels.twilio.Samples.NOW;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.URL;
import static io.parley.channels.twilio.Samples.account;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.EventJson;
import io.parley.events.MessageReceived;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** Whatever arrives, the receiver answers, and lets nothing in that was not signed. */
@Tag("fuzz")
class TwilioFuzzTest {

  private final TwilioReceiver receiver = new TwilioReceiver();

  @Property
  void unsignedBytesAreRefusedWithoutAnException(
      @ForAll("methods") String method,
      @ForAll("contentTypes") String contentType,
      @ForAll("queries") @Nullable String query,
      @ForAll byte[] body,
      @ForAll String signature) {
    // Given
    WebhookRequest call =
        new WebhookRequest(
            method,
            URL,
            "",
            query,
            Map.of("Content-Type", List.of(contentType), "X-Twilio-Signature", List.of(signature)),
            body);

    // When
    Reception reception = receiver.receive(call, account(Channel.SMS), NOW);

    // Then
    assertThat(reception)
        .isNotInstanceOf(Reception.Understood.class)
        .isNotInstanceOf(Reception.NotUnderstood.class);
  }

  @Property
  @StatisticsReport(label = "messages", onFailureOnly = true)
  void signedFieldsOfAnyContentAreReadWithoutAnException(
      @ForAll Channel channel, @ForAll("fields") Map<String, String> fields)
      throws JsonProcessingException {
    // Given
    boolean whatsApp = channel == Channel.WHATSAPP;
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("MessageSid", Samples.SID);
    sent.put("From", whatsApp ? "whatsapp:" + Samples.WHATSAPP_CUSTOMER : Samples.CUSTOMER);
    sent.put("To", whatsApp ? "whatsapp:" + Samples.WHATSAPP_OURS : Samples.OURS);
    sent.putAll(fields);
    sent.put("AccountSid", ACCOUNT_SID);
    WebhookRequest call = Samples.signed(URL, "", sent);

    // When
    Reception reception = receiver.receive(call, account(channel), NOW);

    // Then
    assertThat(reception)
        .isInstanceOfAny(Reception.Understood.class, Reception.NotUnderstood.class);
    boolean isMessage =
        reception instanceof Reception.Understood read && !read.messages().isEmpty();
    Statistics.label("messages")
        .collect(isMessage)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    if (reception instanceof Reception.Understood understood) {
      for (MessageReceived message : understood.messages()) {
        String json = EventJson.mapper().writeValueAsString(message);
        assertThat(EventJson.mapper().readValue(json, MessageReceived.class)).isEqualTo(message);
        assertThat(json).doesNotContain("\\u0000", TOKEN);
      }
    }
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("POST", "GET", "PUT");
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.oneOf(
        Arbitraries.of(Samples.FORM, "application/json"), Arbitraries.strings().ascii());
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.oneOf(
            Arbitraries.of("bodySHA256=00", "message=x", "%", "a=%C3%28"),
            Arbitraries.strings().ofMaxLength(30))
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<Map<String, String>> fields() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "MessageSid",
                "From",
                "To",
                "Body",
                "NumMedia",
                "MediaUrl0",
                "MediaContentType0",
                "Latitude",
                "Longitude",
                "InteractiveData",
                "ListId",
                "OptOutType",
                "WaId",
                "ExternalUserId",
                "MessageStatus",
                "SmsStatus",
                "ErrorCode",
                "ReferralMediaUrl",
                "OriginalRepliedMessageSid",
                "ProfileName",
                "ButtonPayload"),
            text(20));
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                Samples.SID,
                Samples.OURS,
                Samples.CUSTOMER,
                "whatsapp:" + Samples.WHATSAPP_OURS,
                "whatsapp:NL.1",
                "whatsapp:",
                "52.1",
                "-999.9",
                "received",
                "delivered",
                "{",
                "[[",
                "{\"list_reply\":{\"id\":7}}",
                "https://x.example/a",
                "http://[",
                "\0",
                "21610"),
            text(60));
    return Arbitraries.maps(names, values).ofMaxSize(20);
  }

  private static Arbitrary<String> text(int length) {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(length)
        .filter(
            text ->
                text.codePoints()
                    .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
