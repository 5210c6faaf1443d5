package io.parley.admin.template;

import io.parley.admin.text.Placeholders;
import io.parley.events.Channel;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in braces in a message template. Pure. */
final class TemplatePlaceholders {

  /** As the reference product spells them (domain/channels-and-accounts.md §7). */
  private static final Set<String> SLUGS =
      Set.of(
          "{FullName{Customer}}",
          "{LastName{Customer}}",
          "{NickName{Customer}}",
          "{FullName{Agent}}",
          "{FirstName{Agent}}",
          "{LastName{Agent}}",
          "{Nickname{Agent}}");

  private static final Pattern VARIABLE = Pattern.compile("\\{\\$([A-Za-z0-9_]+)\\$}");

  /** What WhatsApp has approved counts its variables from 1. */
  private static final Pattern NUMBERED = Pattern.compile("\\{\\{([1-9][0-9]{0,2})}}");

  private TemplatePlaceholders() {}

  static Placeholders of(Channel channel, List<String> variables) {
    boolean numbered = channel == Channel.WHATSAPP;
    return new Placeholders(
        inBraces ->
            SLUGS.contains(inBraces)
                || isVariable(inBraces, variables)
                || (numbered && isNumber(inBraces, variables.size())),
        "{$Name$} for each of the variables, "
            + (numbered ? "{{1}} for the first of them and so on, " : "")
            + "and slugs such as {FullName{Customer}}");
  }

  private static boolean isVariable(String inBraces, List<String> variables) {
    Matcher matcher = VARIABLE.matcher(inBraces);
    return matcher.matches() && variables.contains(matcher.group(1));
  }

  private static boolean isNumber(String inBraces, int most) {
    Matcher matcher = NUMBERED.matcher(inBraces);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) <= most;
  }
}
