package io.parley.channels.vibes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.ProviderWords;
import io.parley.channels.wire.RetryAfter;
import io.parley.channels.wire.XmlBody;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What Vibes' answer to a send comes to (providers/vibes.md §2). HTTP 200 alone proves nothing: the
 * answer has to name the message. Which statuses mean that a message was not taken is not
 * documented, so the account says it.
 */
final class VibesAnswer {

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z._-]{1,16}");
  private static final int MAX_QUOTE = 1_024;

  private VibesAnswer() {}

  static SendResult read(ProviderResponse response, VibesSettings settings) {
    int status = response.status();
    if (status / 100 == 2) {
      return answered(response, settings);
    }
    if (settings.isRetried(status)) {
      return new SendResult.RetryLater(
          new DeliveryReason(
              status == 429 ? FailureCause.THROTTLED : FailureCause.PROVIDER_FAILURE,
              "Vibes answered with HTTP " + status + ". The message will be tried again.",
              null),
          RetryAfter.of(response));
    }
    return switch (status) {
      case 401, 403 ->
          refused(
              FailureCause.CREDENTIALS,
              "Vibes refused the account's credentials. An administrator has to enter them again.");
      case 404 ->
          refused(
              FailureCause.CONFIGURATION,
              "Vibes' API is not at the base URL of the account. An administrator has to correct"
                  + " it.");
      default ->
          !HttpAnswers.isRefusal(status)
              ? HttpAnswers.untilReported("Vibes answered with HTTP " + status + ".")
              : refused(
                  FailureCause.OTHER,
                  "Vibes refused the message with HTTP " + status + quote(response));
    };
  }

  private static SendResult answered(ProviderResponse response, VibesSettings settings) {
    Optional<Element> root = XmlBody.read(response.body());
    String id =
        root.map(element -> XmlBody.attribute(element, settings.successAttribute())).orElse(null);
    if (id != null) {
      return !ID.matcher(id).matches() || saysError(root.orElseThrow())
          ? HttpAnswers.untilReported("Vibes answered with a message id and an error.")
          : new SendResult.Accepted(id);
    }
    if (response.status() != 200 || new String(response.body(), UTF_8).isBlank()) {
      return HttpAnswers.untilReported("Vibes answered without a message id.");
    }
    String code = root.map(VibesAnswer::code).orElse(null);
    return code != null && VibesErrors.isKnown(code)
        ? VibesErrors.TABLE.refusal(code, null)
        : new SendResult.Refused(
            new DeliveryReason(
                FailureCause.OTHER, "Vibes refused the message" + quote(response), code));
  }

  private static boolean saysError(Element root) {
    return descendants(root)
        .anyMatch(element -> "true".equalsIgnoreCase(XmlBody.attribute(element, "isError")));
  }

  private static @Nullable String code(Element root) {
    Optional<String> internal = text(root, "internalErrorCode");
    return internal
        .or(() -> text(root, "errorCode").map(raw -> VibesErrors.RAW + raw))
        .orElse(null);
  }

  private static Optional<String> text(Element root, String name) {
    return descendants(root)
        .filter(element -> XmlBody.name(element).equals(name))
        .map(element -> element.getTextContent().strip())
        .filter(text -> CODE.matcher(text).matches())
        .findFirst();
  }

  private static Stream<Element> descendants(Element root) {
    List<Element> children = XmlBody.children(root);
    return Stream.concat(Stream.of(root), children.stream().flatMap(VibesAnswer::descendants));
  }

  private static String quote(ProviderResponse response) {
    String said = ProviderWords.shown(new String(response.body(), UTF_8), MAX_QUOTE);
    return said.isEmpty() ? "." : ": " + said;
  }

  private static SendResult refused(FailureCause cause, String text) {
    return new SendResult.Refused(new DeliveryReason(cause, text, null));
  }
}
