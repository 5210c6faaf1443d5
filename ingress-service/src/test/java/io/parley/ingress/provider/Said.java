package io.parley.ingress.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.CustomerSignalled;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Events in one line each, as tables of calls expect them. */
final class Said {

  private Said() {}

  /** A customer's message. */
  static String message(TestAccount account, String id, String from, String to, String text) {
    return account.key() + " message " + id + " from " + from + " to " + to + ": " + text;
  }

  /** A report about a message of ours. */
  static String receipt(TestAccount account, String id, String status, String word) {
    return account.key() + " receipt " + id + " " + status + " " + word;
  }

  /** Something that a customer did. */
  static String signal(TestAccount account, String signal, String from, String to) {
    return account.key() + " signal " + signal + " from " + from + " to " + to;
  }

  /** A call, or an element of one, that is kept because it was not understood. */
  static String kept(TestAccount account, String reason) {
    return account.key() + " kept: " + reason;
  }

  /** An event in one line; its envelope is checked, too. */
  static String of(TestAccount account, Event<?> event) {
    assertThat(event.source()).isEqualTo("/parley/ingress");
    return switch (event.data()) {
      case MessageReceived message -> {
        assertThat(event.id()).isEqualTo(account.id() + "/" + message.providerMessageId());
        assertThat(message.channelAddressId()).isEqualTo(account.addressId(message.to()));
        assertThat(event.key())
            .isEqualTo(message.channelAddressId() + "/" + message.from().value());
        assertThat(message.provider()).isEqualTo(account.provider());
        assertThat(message.channel()).isEqualTo(account.channel());
        yield message(
                account,
                message.providerMessageId(),
                message.from().value(),
                message.to(),
                message.text())
            + also("consent", message.consent())
            + also("selection", message.selection() == null ? null : message.selection().id())
            + also(
                "place",
                message.location() == null
                    ? null
                    : message.location().latitude() + "," + message.location().longitude())
            + message.media().stream()
                .map(media -> " media=" + media.url() + also("type", media.contentType()))
                .collect(Collectors.joining());
      }
      case ReceiptReceived receipt -> {
        assertThat(event.id()).startsWith(account.id() + "/" + receipt.providerMessageId() + "/");
        assertThat(event.key()).isEqualTo(account.id() + "/" + receipt.providerMessageId());
        yield receipt(
                account,
                receipt.providerMessageId(),
                receipt.status().name(),
                receipt.providerStatus())
            + also("error", receipt.errorCode())
            + also("ours", receipt.messageId())
            + also(
                "part",
                receipt.part() == null
                    ? null
                    : receipt.part().number() + "/" + receipt.part().of());
      }
      case CustomerSignalled signal -> {
        assertThat(event.key()).isEqualTo(signal.channelAddressId() + "/" + signal.from().value());
        String to =
            account.addresses().stream()
                .filter(ours -> account.addressId(ours).equals(signal.channelAddressId()))
                .findFirst()
                .orElse("?");
        yield signal(account, signal.signal().name(), signal.from().value(), to);
      }
      default -> throw new AssertionError("ingress never publishes " + event.data());
    };
  }

  /** A dead letter in one line. */
  static String of(TestAccount account, ConsumerRecord<String, byte[]> letter) {
    assertThat(header(letter, "provider")).isEqualTo(account.provider());
    assertThat(letter.key()).isEqualTo(account.id().toString());
    return kept(account, header(letter, "reason"));
  }

  static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(
        Objects.requireNonNull(letter.headers().lastHeader("parley-dead-letter-" + name)).value(),
        UTF_8);
  }

  private static String also(String what, @Nullable Object value) {
    return value == null ? "" : " " + what + "=" + value;
  }
}
