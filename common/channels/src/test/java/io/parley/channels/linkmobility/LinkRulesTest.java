package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.MESSAGE_ID;
import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.common;
import static io.parley.channels.linkmobility.Samples.context;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.ours;
import static io.parley.channels.linkmobility.Samples.outgoing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.wire.JsonBody;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRulesTest {

  private final LinkSender sender = new LinkSender();

  @ParameterizedTest
  @ValueSource(strings = {"Hei! Pakken kommer torsdag.", "Привет", "ok ☀️", "line\nline"})
  void textIsCarried(String text) {
    // Then
    assertThat(sender.check(outgoing(text), common())).isEmpty();
    assertThat(sender.check(outgoing(text), myLink())).isEmpty();
  }

  @Test
  void textOfTooManyPartsIsRefused() {
    // Then
    assertThat(sender.check(outgoing("a".repeat(38_862)), common())).isEmpty();
    assertThat(sender.check(outgoing("a".repeat(38_863)), common()))
        .hasValueSatisfying(refused -> assertThat(refused.reason().text()).contains("Split"));
    assertThat(sender.check(outgoing("я".repeat(17_019)), common())).isPresent();
    assertThat(sender.check(outgoing("я".repeat(38_862)), myLink())).isEmpty();
    assertThat(sender.check(outgoing("я".repeat(38_863)), myLink())).isPresent();
  }

  @Test
  void emojiAreRefusedByTheCommonApiOnly() {
    // Then
    assertThat(sender.check(outgoing("ok 👍🏽"), common()))
        .hasValueSatisfying(refused -> assertThat(refused.reason().text()).contains("Emoji"));
    assertThat(sender.check(outgoing("ok 👍🏽"), myLink())).isEmpty();
  }

  @Test
  void anyNumberOfEmojiInARowIsCheckedAndReplaced() {
    // Given
    String emoji = "👍🏽".repeat(9_000);

    // Then
    assertThat(sender.check(outgoing(emoji), common()))
        .hasValueSatisfying(refused -> assertThat(refused.reason().text()).contains("Emoji"));
    assertThat(LinkRules.carried(emoji, new LinkSettings(Map.of("emoji", "REPLACE"))))
        .isEqualTo("?");
  }

  @Test
  void emojiAreReplacedWhereTheAccountSaysSo() {
    // Given
    Map<String, String> replacing = common("emoji", "REPLACE");

    // When
    var refusal = sender.check(outgoing("ok 👍🏽 👨‍👩‍👧!"), replacing);
    var request =
        sender.request(
            outgoing("ok 👍🏽 👨‍👩‍👧!"), context(replacing), URI.create("https://x.example"));

    // Then
    assertThat(refusal).isEmpty();
    assertThat(JsonBody.read(request.body()).path("userData").asText()).isEqualTo("ok ? ?!");
  }

  @Test
  void anythingButTextIsRefused() {
    // Given
    var media = new MessageContent("x", List.of(URI.create("https://x.example/a.png")));
    var template = MessageContent.ofTemplate(new MessageTemplate("t", Map.of()));

    // Then
    assertThat(check(media)).isEqualTo(FailureCause.CONTENT_INVALID);
    assertThat(check(template)).isEqualTo(FailureCause.TEMPLATE_INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE_NUMBER, 27333",
    "SHORT_CODE, 27334",
    "NAME, Harbor",
    "BUSINESS_SCOPED_ID, NL.1",
    "PHONE_NUMBER, +1234"
  })
  void onlyPhoneNumbersCanBeWrittenTo(Kind kind, String value) {
    // Given
    OutgoingMessage message =
        new OutgoingMessage(
            MESSAGE_ID,
            ours("27333", SenderType.SHORT_CODE),
            new CustomerAddress(kind, value),
            null,
            MessageContent.ofText("Hei"),
            null,
            NOW);

    // When
    var refusal = sender.check(message, common());

    // Then
    assertThat(refusal)
        .hasValueSatisfying(
            refused ->
                assertThat(refused.reason().cause()).isEqualTo(FailureCause.RECIPIENT_INVALID));
  }

  private FailureCause check(MessageContent content) {
    return sender
        .check(
            outgoing(ours("27333", SenderType.SHORT_CODE), "+4790012345", null, content), common())
        .orElseThrow()
        .reason()
        .cause();
  }
}
