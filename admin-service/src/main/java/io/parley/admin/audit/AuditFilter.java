package io.parley.admin.audit;

import io.parley.admin.validation.Findings;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted, as conditions of SQL that all have to hold.
 *
 * @param limit at most this many, 1 to 200
 * @param conditions each with one {@code ?}
 * @param arguments one for each condition
 */
record AuditFilter(int limit, List<String> conditions, List<Object> arguments) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int LONGEST_TEXT = 200;
  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");
  private static final Pattern LINE = Pattern.compile("[0-9]{1,18}");

  AuditFilter {
    conditions = List.copyOf(conditions);
    arguments = List.copyOf(arguments);
  }

  /** The query parameters as they came. */
  record Parameters(
      @Nullable String limit,
      @Nullable String after,
      @Nullable String kind,
      @Nullable String object,
      @Nullable String key,
      @Nullable String user,
      @Nullable String action,
      @Nullable String from,
      @Nullable String to) {}

  /**
   * Reads the query parameters.
   *
   * @throws io.parley.platform.problem.ProblemException if one is wrong
   */
  static AuditFilter parse(Parameters given) {
    Builder builder = new Builder();
    int limit = builder.limit(given.limit());
    builder.line("after", given.after());
    builder.text("kind", "kind = ?", given.kind());
    builder.id("object", "object_id = ?", given.object());
    builder.text("key", "object_key = ?", given.key());
    builder.id("user", "user_id = ?", given.user());
    builder.text("action", "action = ?", given.action());
    builder.time("from", "at >= ?", given.from());
    builder.time("to", "at < ?", given.to());
    builder.findings.refuseIfAny();
    return new AuditFilter(limit, builder.conditions, builder.arguments);
  }

  /** The condition with its placeholders numbered; {@code true} when everything is wanted. */
  String where() {
    StringBuilder where = new StringBuilder("true");
    for (int i = 0; i < conditions.size(); i++) {
      where.append(" and ").append(conditions.get(i).replace("?", "$" + (i + 1)));
    }
    return where.toString();
  }

  private static final class Builder {

    private final Findings findings = Findings.none();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    int limit(@Nullable String text) {
      if (text == null) {
        return DEFAULT_LIMIT;
      }
      int number = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
      if (number < 1 || number > HIGHEST_LIMIT) {
        findings.add("limit", "must be a number from 1 to " + HIGHEST_LIMIT);
      }
      return number;
    }

    void line(String name, @Nullable String text) {
      if (text == null) {
        return;
      }
      if (LINE.matcher(text).matches()) {
        add("id < ?", Long.parseLong(text));
      } else {
        findings.add(name, "must be the value of 'next' of the page before");
      }
    }

    void text(String name, String condition, @Nullable String text) {
      if (text == null) {
        return;
      }
      if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
        findings.add(name, "must be at most " + LONGEST_TEXT + " characters, none of them NUL");
      }
      add(condition, text);
    }

    void id(String name, String condition, @Nullable String text) {
      if (text == null) {
        return;
      }
      try {
        add(condition, UUID.fromString(text));
      } catch (IllegalArgumentException e) {
        findings.add(name, "must be an id");
      }
    }

    void time(String name, String condition, @Nullable String text) {
      if (text == null) {
        return;
      }
      try {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9999) {
          throw new DateTimeException("out of range");
        }
        add(condition, time);
      } catch (DateTimeException e) {
        findings.add(name, "must be a time such as 2026-11-20T10:15:00Z");
      }
    }

    private void add(String condition, Object argument) {
      conditions.add(condition);
      arguments.add(argument);
    }
  }
}
