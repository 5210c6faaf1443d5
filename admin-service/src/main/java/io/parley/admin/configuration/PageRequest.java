package io.parley.admin.configuration;

import io.parley.admin.validation.Findings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Lists are ordered by name, then id.
 *
 * @param limit at most this many, 1 to 200
 * @param after where the page before ended
 * @param name only objects whose name contains this text, in any case
 */
public record PageRequest(int limit, Optional<Position> after, Optional<String> name) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int LONGEST_NAME = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /** The end of a page. */
  record Position(String name, UUID id) {

    private static final int ID_LENGTH = 36;

    String cursor() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((id + name).getBytes(StandardCharsets.UTF_8));
    }

    boolean isBefore(Entry<?> entry) {
      int order = name.compareTo(entry.name());
      return order < 0 || (order == 0 && id.compareTo(entry.id()) < 0);
    }

    static Position parse(String cursor) {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.length() < ID_LENGTH || text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("not a cursor");
      }
      return new Position(text.substring(ID_LENGTH), UUID.fromString(text.substring(0, ID_LENGTH)));
    }
  }

  /** The part of these entries, which are in order, that is wanted. */
  <D> Page<Entry<D>> of(Stream<Entry<D>> entries) {
    List<Entry<D>> found =
        entries
            .filter(entry -> name.map(part -> contains(entry.name(), part)).orElse(true))
            .filter(entry -> after.map(end -> end.isBefore(entry)).orElse(true))
            .limit(limit + 1L)
            .toList();
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    Entry<D> last = found.get(limit - 1);
    return new Page<>(found.subList(0, limit), new Position(last.name(), last.id()).cursor());
  }

  private static boolean contains(String name, String part) {
    return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads the query parameters as they came.
   *
   * @throws io.parley.platform.problem.ProblemException if one is wrong
   */
  public static PageRequest parse(
      @Nullable String limit, @Nullable String after, @Nullable String name) {
    Findings findings = Findings.none();
    PageRequest request =
        new PageRequest(limit(limit, findings), after(after, findings), name(name, findings));
    findings.refuseIfAny();
    return request;
  }

  private static int limit(@Nullable String limit, Findings findings) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > HIGHEST_LIMIT) {
      findings.add("limit", "must be a number from 1 to " + HIGHEST_LIMIT);
    }
    return number;
  }

  private static Optional<Position> after(@Nullable String after, Findings findings) {
    try {
      return Optional.ofNullable(after).map(Position::parse);
    } catch (IllegalArgumentException e) {
      findings.add("after", "must be the value of 'next' of the page before");
      return Optional.empty();
    }
  }

  private static Optional<String> name(@Nullable String name, Findings findings) {
    if (name != null && (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0)) {
      findings.add("name", "must be at most " + LONGEST_NAME + " characters, none of them NUL");
    }
    return Optional.ofNullable(name);
  }
}
