package io.parley.admin.text;

import io.parley.admin.validation.Findings;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts that are sent by themselves (domain/automation-and-bots.md §1.3). Pure. */
public final class AutomatedTexts {

  private static final Pattern KNOWN =
      Pattern.compile("\\{(AgentName|QueueName|\\$[A-Za-z0-9_]{1,100}\\$)}");
  private static final Placeholders PLACEHOLDERS =
      new Placeholders(
          inBraces -> KNOWN.matcher(inBraces).matches(),
          "{AgentName}, {QueueName}, and {$Name$} with the name of a context variable: letters,"
              + " digits and underscores, without blanks");

  private AutomatedTexts() {}

  /**
   * The texts as they are kept.
   *
   * @param pointer where they stand
   * @param findings takes what is wrong with them
   */
  public static Map<String, String> checked(
      String pointer, Map<String, String> texts, Findings findings) {
    texts.forEach(
        (language, text) ->
            PLACEHOLDERS.require(pointer + Findings.step(language), text, findings));
    return Languages.canonical(pointer, texts, findings);
  }
}
