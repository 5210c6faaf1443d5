package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.wire.MessageIds;
import io.parley.channels.wire.StorableText;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids in Google's events. */
final class EventIds {

  private EventIds() {}

  /** The last segment of a name such as {@code conversations/c/messages/m}. */
  static Optional<String> last(@Nullable String name) {
    return Optional.ofNullable(name)
        .map(whole -> MessageIds.theirs(whole.substring(whole.lastIndexOf('/') + 1)));
  }

  /** An id for what has none, the same for the same event. */
  static String of(@Nullable String... parts) {
    String whole =
        Stream.of(parts).map(part -> Objects.toString(part, "")).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(StorableText.of(whole).getBytes(UTF_8)).toString();
  }
}
