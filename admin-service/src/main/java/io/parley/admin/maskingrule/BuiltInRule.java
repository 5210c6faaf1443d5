package io.parley.admin.maskingrule;

import java.util.Arrays;

/**
 * The rules that exist from the start (domain/channels-and-accounts.md §11). They are switched off,
 * because what is masked on arrival is lost to everybody.
 */
enum BuiltInRule {
  /** 13 to 19 digits, with blanks or hyphens between them. */
  CREDIT_CARD("Credit card numbers", "\\b(?:\\d[ -]?){12,18}\\d\\b"),
  E_MAIL("E-mail addresses", "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}\\.[A-Za-z]{2,63}"),
  /** Of the United States. */
  SOCIAL_SECURITY_NUMBER("Social security numbers", "\\b\\d{3}-\\d{2}-\\d{4}\\b");

  private final String title;
  private final String expression;

  BuiltInRule(String title, String expression) {
    this.title = title;
    this.expression = expression;
  }

  /** Its name. */
  String title() {
    return title;
  }

  /** What is masked. */
  String expression() {
    return expression;
  }

  /** Whether this is the name of one of them. */
  static boolean isName(String name) {
    return Arrays.stream(values()).anyMatch(rule -> rule.title.equals(name));
  }
}
