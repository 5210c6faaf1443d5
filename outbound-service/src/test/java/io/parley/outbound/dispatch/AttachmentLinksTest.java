package io.parley.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.Attachment;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.platform.file.FileLinks;
import io.parley.platform.webhook.WebhookAddress;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttachmentLinksTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final URI PUBLIC = URI.create("https://example.org/a.png");

  private final SecretCipher cipher = SecretCipher.ofKeyset(SecretCipher.newKeyset());
  private final Attachment offer =
      new Attachment(UUID.randomUUID(), "Our offer.pdf", "application/pdf", 7);

  private FileLinks at(Instant now) {
    WebhookAddress address = () -> URI.create("https://desk.example.org");
    return new FileLinks(cipher, address, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** With the default validity, as the service has it. */
  private AttachmentLinks links() {
    return new AttachmentLinks(
        at(NOW),
        new SmallRyeConfigBuilder()
            .withMapping(AttachmentConfiguration.class)
            .build()
            .getConfigMapping(AttachmentConfiguration.class));
  }

  private static OutgoingMessage message(MessageContent content) {
    return new OutgoingMessage(
        UUID.randomUUID(),
        new ChannelAddress(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Channel.WHATSAPP,
            "+12065550100",
            "Desk",
            SenderType.WHATSAPP_NUMBER),
        new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+14255550100"),
        null,
        content,
        null,
        NOW);
  }

  @Test
  void attachmentsBecomeLinksBehindTheUrlsThatAreThere() {
    // Given
    OutgoingMessage message =
        message(
            new MessageContent("see", List.of(PUBLIC), null, List.of(offer), List.of(), List.of()));

    // When
    MessageContent content = links().in(message).content();

    // Then
    assertThat(content.text()).isEqualTo("see");
    assertThat(content.attachments()).isEmpty();
    assertThat(content.mediaUrls()).hasSize(2).startsWith(PUBLIC);
    assertThat(content.mediaUrls().getLast().toString())
        .startsWith("https://desk.example.org/files/")
        .endsWith("/Our%20offer.pdf");
  }

  @Test
  void linkOpensTheFileForADayAndNotLonger() {
    // Given
    OutgoingMessage message =
        message(new MessageContent("", List.of(), null, List.of(offer), List.of(), List.of()));

    // When
    URI link = links().in(message).content().mediaUrls().getFirst();
    String token = link.getPath().split("/")[2];

    // Then
    assertThat(at(NOW.plus(DAY).minusSeconds(1)).open(token)).contains(offer.fileId());
    assertThat(at(NOW.plus(DAY)).open(token)).isEmpty();
  }

  @Test
  void messageWithoutAttachmentsStaysAsItIs() {
    // Given
    OutgoingMessage message = message(new MessageContent("see", List.of(PUBLIC)));

    // When
    OutgoingMessage linked = links().in(message);

    // Then
    assertThat(linked).isSameAs(message);
  }
}
