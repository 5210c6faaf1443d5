package io.parley.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.events.Attachment;
import io.parley.events.Channel;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentRulesTest {

  private static Optional<DeliveryReason> refusal(
      String provider, Channel channel, List<URI> urls, String... names) {
    ChannelProvider named = ChannelProviders.installed().named(provider).orElseThrow();
    List<Attachment> attachments =
        Stream.of(names)
            .map(name -> new Attachment(UUID.randomUUID(), name, "application/octet-stream", 1))
            .toList();
    return AttachmentRules.refusal(
        new MessageContent("see", urls, null, attachments, List.of(), List.of()), named, channel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf", "a.PDF", "photo.of.the.cat.jpeg"})
  void whatTheChannelTakesIsNotRefused(String name) {
    assertThat(refusal("twilio", Channel.WHATSAPP, List.of(), name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.docx", "pdf.", "a.pdf.exe", "a", "table.csv"})
  void otherExtensionsAreRefusedWithTheNameAndWhatIsAllowed(String name) {
    assertThat(refusal("twilio", Channel.WHATSAPP, List.of(), "fine.png", name))
        .hasValueSatisfying(
            reason -> {
              assertThat(reason.cause()).isEqualTo(FailureCause.CONTENT_INVALID);
              assertThat(reason.text()).contains("\"" + name + "\"", ".amr, .jpeg, .jpg", ".png.");
            });
  }

  @Test
  void theFirstFileThatIsTooManyIsNamed() {
    assertThat(refusal("twilio", Channel.WHATSAPP, List.of(), "one.png", "two.png", "three.png"))
        .hasValueSatisfying(
            reason ->
                assertThat(reason.text())
                    .startsWith("The file \"two.png\" is one too many")
                    .contains("1 attachment at most"));
  }

  @Test
  void publicUrlsCountToo() {
    assertThat(
            refusal(
                "twilio",
                Channel.WHATSAPP,
                List.of(URI.create("https://example.org/a.png")),
                "b.png"))
        .hasValueSatisfying(reason -> assertThat(reason.text()).contains("\"b.png\""));
  }

  @Test
  void channelWithoutAttachmentsSaysSo() {
    assertThat(refusal("telesign", Channel.SMS, List.of(), "a.png"))
        .hasValueSatisfying(
            reason ->
                assertThat(reason.text())
                    .contains("\"a.png\"")
                    .contains("TeleSign takes no attachments"));
  }

  @Test
  void messageWithoutAttachmentsIsNotItsBusiness() {
    assertThat(refusal("telesign", Channel.SMS, List.of())).isEmpty();
  }
}
