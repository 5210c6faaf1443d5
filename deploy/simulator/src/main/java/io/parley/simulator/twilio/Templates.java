package io.parley.simulator.twilio;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Content templates by SID. */
final class Templates {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{1,16})}}");
  private static final int LONGEST_TEXT = 1024;

  private final Map<String, TemplateSettings> templates = new ConcurrentHashMap<>();

  void put(String sid, TemplateSettings template) {
    templates.put(sid, template);
  }

  void clear() {
    templates.clear();
  }

  /**
   * The template that a request names.
   *
   * @throws RefusedException 21655
   */
  TemplateSettings find(String sid) {
    return Optional.ofNullable(templates.get(sid))
        .orElseThrow(TwilioError.INVALID_CONTENT_SID::refused);
  }

  /** The text with every placeholder that has a value or a default filled in. */
  static String render(TemplateSettings template, ContentVariables given) {
    return PLACEHOLDER
        .matcher(template.body())
        .replaceAll(found -> Matcher.quoteReplacement(value(template, given, found)));
  }

  /** Why WhatsApp will refuse the rendered template later, if it will. */
  static Optional<Integer> lateError(
      TemplateSettings template, ContentVariables given, boolean inSession) {
    String text = render(template, given);
    if (PLACEHOLDER.matcher(text).find()) {
      return Optional.of(63028);
    }
    if (text.length() > LONGEST_TEXT) {
      return Optional.of(63021);
    }
    return inSession ? Optional.empty() : approvalError(template);
  }

  private static Optional<Integer> approvalError(TemplateSettings template) {
    TemplateSettings.Approval approval = template.approval();
    if (approval == null) {
      return Optional.empty();
    }
    return switch (approval) {
      case APPROVED -> Optional.empty();
      case UNSUBMITTED, RECEIVED, PENDING -> Optional.of(63016);
      case REJECTED -> Optional.of(63040);
      case PAUSED -> Optional.of(63041);
      case DISABLED -> Optional.of(63042);
    };
  }

  private static String value(
      TemplateSettings template, ContentVariables given, MatchResult found) {
    String name = found.group(1);
    String value = given.values().getOrDefault(name, template.variables().get(name));
    return value == null ? found.group() : value;
  }
}
