package io.parley.channels.wire;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one call from outside by the provider's names, as {@link StorableText}, whatever
 * the call is written in. It remembers which fields were taken; what nobody took ends up in {@link
 * #rest()}, so that nothing a provider adds is lost and nothing is there twice. What cannot be used
 * is never taken. Not thread-safe.
 */
public abstract class ReceivedFields {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final Set<String> taken;

  /** Nothing is taken yet; names are told apart by case. */
  protected ReceivedFields() {
    this(Comparator.naturalOrder());
  }

  /**
   * Nothing is taken yet.
   *
   * @param names which names are the same
   */
  protected ReceivedFields(Comparator<String> names) {
    this.taken = new TreeSet<>(names);
  }

  /** A field as it is, if it is there and of a kind that has a text. */
  protected abstract @Nullable String value(String name);

  /** Keeps what is left. */
  protected abstract void keepLeft(Predicate<String> isTaken, Attributes rest);

  /** A field that is not blank, without white space around it; it stays among the rest. */
  public final @Nullable String peek(String name) {
    String value = value(name);
    String stripped = value == null ? "" : StorableText.of(value).strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** A field that is not blank, without white space around it. */
  public final @Nullable String take(String name) {
    return taken(name, peek(name));
  }

  /** A field as it is, empty when it is missing. */
  public final String takeText(String name) {
    String value = taken(name, value(name));
    return value == null ? "" : StorableText.of(value);
  }

  /** An id of the provider's; see {@link MessageIds#theirs}. */
  public final @Nullable String takeId(String name) {
    return taken(name, MessageIds.theirs(peek(name)));
  }

  /** A message id of ours that the provider gives back; see {@link MessageIds#ours}. */
  public final @Nullable UUID takeOurId(String name) {
    return taken(name, MessageIds.ours(peek(name)));
  }

  /** A point in time; see {@link ProviderTime}. */
  public final @Nullable Instant takeTime(String name) {
    return taken(name, ProviderTime.parse(peek(name)));
  }

  /** A whole number of up to nine digits, also one that is written as text; stays with the rest. */
  public final @Nullable Integer wholeNumber(String name) {
    String digits = peek(name);
    return digits != null && WHOLE_NUMBER.matcher(digits).matches()
        ? Integer.valueOf(digits)
        : null;
  }

  /** Marks fields, with all that is in them, that are read or say again what another one says. */
  public final void drop(String... names) {
    taken.addAll(List.of(names));
  }

  /** What was not taken, by the provider's names and within the limits of {@link Attributes}. */
  public final Map<String, String> rest() {
    Attributes rest = new Attributes();
    restTo(rest);
    return rest.asMap();
  }

  /** Adds what was not taken. */
  public final void restTo(Attributes rest) {
    keepLeft(taken::contains, rest);
  }

  private <T> @Nullable T taken(String name, @Nullable T value) {
    if (value != null) {
      taken.add(name);
    }
    return value;
  }
}
