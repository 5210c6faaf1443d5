package io.parley.channels.custom;

import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.RetryAfter;
import io.parley.channels.wire.StorableText;
import io.parley.events.FailureCause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's answer to a message means, as an account declares it. A declared success or a
 * 4xx is clear; anything else leaves open whether the message was taken.
 */
record AnswerMapping(
    Format format,
    StatusCodes success,
    Mark successMark,
    String providerId,
    StatusCodes retry,
    StatusCodes taken,
    String errorCode,
    String errorText,
    ErrorMeanings meanings) {

  private static final String IN_HEADER = "header:";
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_CODE = 60;

  /** Reads it. */
  static AnswerMapping of(Settings settings, Problems problems) {
    Format format = Format.named(settings.text("answerFormat"));
    Paths paths = new Paths(settings, format, problems);
    boolean inHeader = settings.text("providerId").startsWith(IN_HEADER);
    AnswerMapping mapping =
        new AnswerMapping(
            format,
            StatusCodes.parse(settings.text("successStatus")),
            Mark.of(paths.inWhole("successField"), settings.text("successValues")),
            inHeader ? settings.text("providerId") : paths.inWhole("providerId"),
            StatusCodes.parse(settings.text("retryStatus")),
            StatusCodes.parse(settings.text("takenStatus")),
            paths.inWhole("errorCode"),
            paths.inWhole("errorText"),
            ErrorMeanings.of(settings, problems));
    mapping.check(settings, problems);
    return mapping;
  }

  /** What an answer means. */
  SendResult read(ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    int status = response.status();
    if (taken.contains(status)) {
      return new SendResult.Accepted(idOf(response).orElse(message.id().toString()));
    }
    if (success.contains(status)) {
      return declaredSuccess(response, message, account);
    }
    if (retry.contains(status)) {
      return new SendResult.RetryLater(
          Reasons.busy(status, code(response).orElse(null)), RetryAfter.of(response));
    }
    return HttpAnswers.isRefusal(status)
        ? refusal(response, account)
        : HttpAnswers.findingOut("The provider answered with HTTP " + status + ".");
  }

  /**
   * Whether the answer is about the message, and not about who calls, with what credit, or how
   * often: a conflict may be with the first call.
   */
  boolean isAboutMessage(ProviderResponse response) {
    return switch (response.status()) {
      case 401, 402, 403, 404, 405, 407, 408, 409, 423, 425, 429 -> false;
      default -> true;
    };
  }

  private SendResult declaredSuccess(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    if (!successMark.path().isEmpty()) {
      Optional<Boolean> says = payload(response).flatMap(successMark::says);
      if (says.isEmpty()) {
        return HttpAnswers.findingOut("The provider's answer could not be read.");
      }
      if (!says.get()) {
        return refusal(response, account);
      }
    }
    if (providerId.isEmpty()) {
      return new SendResult.Accepted(message.id().toString());
    }
    return idOf(response)
        .<SendResult>map(SendResult.Accepted::new)
        .orElseGet(() -> HttpAnswers.findingOut("The provider answered without a message id."));
  }

  private SendResult refusal(ProviderResponse response, OpenAccount account) {
    String code = code(response).orElse(null);
    ErrorMeanings.Meaning meaning = code == null ? null : meanings.find(code).orElse(null);
    String words = words(response, account);
    boolean later = meaning != null && meaning.later();
    boolean optedOut = meaning != null && meaning.cause() == FailureCause.OPTED_OUT;
    return later
        ? new SendResult.RetryLater(
            Reasons.refused(meaning, response.status(), code, words), RetryAfter.of(response))
        : new SendResult.Refused(
            Reasons.refused(meaning, response.status(), code, words), optedOut);
  }

  private Optional<String> idOf(ProviderResponse response) {
    Optional<String> id =
        providerId.startsWith(IN_HEADER)
            ? response.header(providerId.substring(IN_HEADER.length()).strip()).map(String::strip)
            : providerId.isEmpty()
                ? Optional.empty()
                : payload(response).flatMap(answer -> answer.value(providerId));
    return id.map(StorableText::of).filter(text -> !text.isBlank() && text.length() <= LONGEST_ID);
  }

  private Optional<String> code(ProviderResponse response) {
    return errorCode.isEmpty()
        ? Optional.empty()
        : payload(response)
            .flatMap(answer -> answer.value(errorCode))
            .map(code -> StorableText.cut(code, LONGEST_CODE));
  }

  /** A provider could repeat the credentials that it did not like. */
  private @Nullable String words(ProviderResponse response, OpenAccount account) {
    return errorText.isEmpty()
        ? null
        : payload(response)
            .flatMap(answer -> answer.value(errorText))
            .filter(text -> account.secrets().values().stream().noneMatch(text::contains))
            .orElse(null);
  }

  private Optional<? extends Payload> payload(ProviderResponse response) {
    return format.read(response.body());
  }

  private void check(Settings settings, Problems problems) {
    if (success.overlaps(retry)) {
      problems.add("retryStatus", "must not name a status code that is a success");
    }
    if (settings.has("takenStatus") && !settings.is("repeatable")) {
      problems.add("takenStatus", "counts only where repeating is safe");
    }
    if (settings.has("successValues") && !settings.has("successField")) {
      problems.add("successField", "is required together with successValues");
    }
  }
}
