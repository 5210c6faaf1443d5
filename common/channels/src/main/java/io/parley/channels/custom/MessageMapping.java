package io.parley.channels.custom;

import io.parley.channels.ConsentKeywords;
import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.wire.ProviderTime;
import io.parley.channels.wire.WebUrl;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerProfile;
import io.parley.events.Media;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a customer's message stand. Parts are lenient: one that makes no sense stays
 * among the attributes; without sender and receiver there is no message.
 */
record MessageMapping(
    Mark mark,
    String id,
    String from,
    String to,
    String text,
    String media,
    String mediaUrl,
    String mediaType,
    String time,
    String timeFormat,
    String consent,
    ValueMap<ConsentSignal> consentValues,
    @Nullable String region) {

  private static final int LONGEST_ID = 200;
  private static final int MOST_MEDIA = 20;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Reads it. */
  static MessageMapping of(Settings settings, Format format, Problems problems) {
    Paths paths = new Paths(settings, format, problems);
    String why = "is required with the form http";
    if (format == Format.FORM) {
      Stream.of("messageMediaUrl", "messageMediaType")
          .filter(settings::has)
          .forEach(
              field -> problems.add(field, "must be left out: a field of a form is no object"));
    }
    return new MessageMapping(
        Mark.of(paths.inElement("messageMark"), settings.text("messageMarkValues")),
        paths.inElement("messageId"),
        paths.required("messageFrom", why),
        paths.inElement("messageTo"),
        paths.required("messageText", why),
        paths.inElement("messageMedia"),
        paths.inWhole("messageMediaUrl"),
        paths.inWhole("messageMediaType"),
        paths.inElement("messageTime"),
        settings.text("messageTimeFormat"),
        paths.inElement("messageConsent"),
        consentValues(settings, problems),
        settings.find("region").orElse(null));
  }

  /** Reads an element. */
  ReadElement read(Element element, Origin origin, List<String> lists) {
    OpenAccount account = origin.account();
    String receiver = to.isEmpty() ? null : element.value(to).orElse("");
    Optional<ChannelAddress> ours = Parties.ours(account, receiver, region);
    if (ours.isEmpty()) {
      return new ReadElement.NotUnderstood(
          receiver == null
              ? "the account has not exactly one address, and messageTo is not set"
              : OwnAddresses.unknown(receiver));
    }
    Optional<Customer> customer =
        Parties.customer(account.channel(), element.value(from).orElse(null), region);
    if (customer.isEmpty()) {
      return new ReadElement.NotUnderstood("a message without a sender at " + from);
    }
    String written = String.join("\n", element.values(text));
    String given = element.value(id).orElse("");
    if (given.length() > LONGEST_ID) {
      return new ReadElement.NotUnderstood("a message id of more than 200 characters");
    }
    List<Media> attached = media(element);
    Instant sent = sentAt(element.value(time).orElse(null));
    List<String> used = used(attached, sent);
    return new ReadElement.Message(
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                CustomProvider.NAME,
                given.isEmpty() ? origin.ownId().toString() : given,
                written,
                attached,
                CustomerProfile.UNKNOWN,
                consent(element, written, ours.get()),
                element.attributes(used, lists),
                sent,
                origin.receivedAt()));
  }

  private List<String> used(List<Media> attached, @Nullable Instant sent) {
    return Stream.of(id, from, to, text, attached.isEmpty() ? "" : media, sent == null ? "" : time)
        .filter(path -> !path.isEmpty())
        .toList();
  }

  private @Nullable ConsentSignal consent(Element element, String written, ChannelAddress ours) {
    return element
        .value(consent)
        .flatMap(consentValues::get)
        .or(
            () ->
                ours.channel() == Channel.SMS
                    ? ConsentKeywords.of(written, ours.type())
                    : Optional.empty())
        .orElse(null);
  }

  private List<Media> media(Element element) {
    Stream<Media> media =
        mediaUrl.isEmpty()
            ? element.values(media()).stream().flatMap(url -> medium(url, null).stream())
            : element.elements(media()).stream()
                .flatMap(
                    part -> part.value(mediaUrl).flatMap(url -> medium(url, type(part))).stream());
    return media.limit(MOST_MEDIA).toList();
  }

  private @Nullable String type(Payload part) {
    return mediaType.isEmpty() ? null : part.value(mediaType).orElse(null);
  }

  static Optional<Media> medium(String entered, @Nullable String type) {
    return WebUrl.read(entered).map(url -> new Media(url, type));
  }

  private @Nullable Instant sentAt(@Nullable String written) {
    if (written == null) {
      return null;
    }
    Instant read =
        switch (timeFormat) {
          case "seconds" -> epoch(written, 1_000);
          case "milliseconds" -> epoch(written, 1);
          default -> ProviderTime.parse(written);
        };
    return read == null || read.isBefore(EARLIEST) || read.isAfter(LATEST) ? null : read;
  }

  private static @Nullable Instant epoch(String digits, int milliseconds) {
    return digits.matches("[0-9]{1,14}")
        ? Instant.ofEpochMilli(Long.parseLong(digits) * milliseconds)
        : null;
  }

  private static ValueMap<ConsentSignal> consentValues(Settings settings, Problems problems) {
    String lines =
        settings.find("messageConsentValues").orElse("STOP=STOP\nSTART=START\nHELP=HELP");
    return problems
        .read(
            "messageConsentValues",
            () -> ValueMap.parse(lines, MessageMapping::signal, "STOP, START and HELP"))
        .orElseGet(() -> ValueMap.parse("", MessageMapping::signal, ""));
  }

  private static Optional<ConsentSignal> signal(String name) {
    return Stream.of(ConsentSignal.values())
        .filter(signal -> signal.name().equals(name))
        .findFirst();
  }
}
