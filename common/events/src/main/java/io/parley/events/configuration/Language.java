package io.parley.events.configuration;

/** What a language tag looks like (BCP 47, without extensions). */
final class Language {

  static final String PATTERN = "(?=.{2,35}$)[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
  static final String EXPECTED = "must be a language tag such as en or pt-BR";

  private Language() {}
}
