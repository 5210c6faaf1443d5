package io.parley.channels.custom;

import io.parley.channels.CallContext;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.wire.StorableText;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the placeholders stand for in one call. Texts can be stored. */
final class Values {

  private final Map<Placeholder, List<String>> values = new EnumMap<>(Placeholder.class);

  private Values() {}

  /** For a message. */
  static Values of(OutgoingMessage message, CallContext context, URI callback) {
    Values values = new Values();
    values.put(Placeholder.TO, message.recipient());
    values.put(Placeholder.TO_DIGITS, digits(message.recipient()));
    values.putSender(message.from().address());
    values.put(Placeholder.TEXT, message.content().text());
    values.put(Placeholder.MESSAGE_ID, message.id().toString());
    values.put(Placeholder.CALLBACK_URL, callback.toString());
    values.put(
        Placeholder.MEDIA_URLS, message.content().mediaUrls().stream().map(URI::toString).toList());
    values.put(Placeholder.ANSWERS, message.answers());
    values.put(Placeholder.CREATED_AT, message.createdAt().toString());
    values.putSecret(context);
    return values;
  }

  /** For a check, perhaps of one sender. */
  static Values of(CallContext context, @Nullable String sender) {
    Values values = new Values();
    if (sender != null) {
      values.putSender(sender);
    }
    values.putSecret(context);
    return values;
  }

  /** Something for every placeholder, to try a template out. */
  static Values samples() {
    Values values = new Values();
    for (Placeholder placeholder : Placeholder.values()) {
      values.put(placeholder, placeholder == Placeholder.TEXT ? "\"<&> x" : "x");
    }
    return values;
  }

  /** Every value; several only for attachments. */
  List<String> all(Placeholder placeholder) {
    return values.getOrDefault(placeholder, List.of());
  }

  /** Whether there is none. */
  boolean isEmpty(Placeholder placeholder) {
    return all(placeholder).stream().allMatch(String::isEmpty);
  }

  private void putSender(String sender) {
    put(Placeholder.FROM, sender);
    put(Placeholder.FROM_DIGITS, digits(sender));
  }

  private void putSecret(CallContext context) {
    put(
        Placeholder.SECRET,
        context.account().optionalSecret(OurAuthentication.SECRET).orElse(null));
  }

  private void put(Placeholder placeholder, @Nullable String value) {
    put(placeholder, value == null ? List.of() : List.of(value));
  }

  private void put(Placeholder placeholder, List<String> all) {
    values.put(placeholder, all.stream().map(StorableText::of).toList());
  }

  private static String digits(String address) {
    return address.startsWith("+") ? address.substring(1) : address;
  }
}
