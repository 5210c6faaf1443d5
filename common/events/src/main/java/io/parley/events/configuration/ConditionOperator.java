package io.parley.events.configuration;

/**
 * How a row of a condition compares (domain/workstreams-and-routing.md §4). Which of them an
 * attribute offers depends on its type. Text is compared without regard to case. An attribute
 * without a value fulfils no comparison, and therefore every negated one.
 */
public enum ConditionOperator {
  /** For several texts: equals one of them. For a set of values: has exactly these. */
  EQUALS,
  DOES_NOT_EQUAL,
  /** Of texts. For several texts: contains one of them. */
  CONTAINS,
  DOES_NOT_CONTAIN,
  BEGINS_WITH,
  DOES_NOT_BEGIN_WITH,
  ENDS_WITH,
  DOES_NOT_END_WITH,
  /** There is a value. Empty text is none. */
  CONTAINS_DATA,
  DOES_NOT_CONTAIN_DATA,
  GREATER_THAN,
  GREATER_OR_EQUAL,
  LESS_THAN,
  LESS_OR_EQUAL,
  /** A choice is one of these. */
  IN_LIST,
  /** A set of values has at least one of these. */
  CONTAINS_VALUES,
  DOES_NOT_CONTAIN_VALUES,
  /**
   * On this day, such as {@code 2026-11-20}, in the organisation's time zone. Not named {@code ON},
   * which YAML reads as yes.
   */
  ON_DAY,
  ON_OR_AFTER,
  ON_OR_BEFORE,
  TODAY,
  YESTERDAY,
  TOMORROW,
  /** Weeks begin on Monday. */
  THIS_WEEK,
  LAST_WEEK,
  NEXT_WEEK,
  THIS_MONTH,
  LAST_MONTH,
  NEXT_MONTH,
  THIS_YEAR,
  LAST_YEAR,
  NEXT_YEAR,
  /** Not after now, and at most so many minutes ago. */
  LAST_X_MINUTES,
  LAST_X_HOURS,
  /** Not after now, and not before the day that was so many days ago. */
  LAST_X_DAYS,
  /** Not before now, and at most so many minutes ahead. */
  NEXT_X_MINUTES,
  NEXT_X_HOURS,
  /** Not before now, and not after the day that is so many days ahead. */
  NEXT_X_DAYS,
  /** More than so many minutes ago. */
  OLDER_THAN_X_MINUTES,
  OLDER_THAN_X_HOURS,
  /** Before the day that was so many days ago. */
  OLDER_THAN_X_DAYS
}
