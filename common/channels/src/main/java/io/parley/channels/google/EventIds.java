package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.StorableText;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids in Google's events. */
final class EventIds {

  private static final int LONGEST = 200;

  private EventIds() {}

  /** An id that can be kept, taken from a field. */
  static Optional<String> take(JsonFields fields, String path) {
    return Optional.ofNullable(fields.take(path))
        .map(String::strip)
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST);
  }

  /** The last segment of a name such as {@code conversations/c/messages/m}. */
  static Optional<String> last(@Nullable String name) {
    return Optional.ofNullable(name)
        .map(whole -> whole.substring(whole.lastIndexOf('/') + 1).strip())
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST);
  }

  /** An id for what has none, the same for the same event. */
  static String of(@Nullable String... parts) {
    String whole =
        Stream.of(parts).map(part -> Objects.toString(part, "")).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(StorableText.of(whole).getBytes(UTF_8)).toString();
  }
}
