package io.parley.channels.twilio;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Twilio's webhooks. A form can only be verified once it is decoded, so a body that is no form is
 * malformed before it is unauthentic; that tells a stranger nothing about the account. Everything
 * else (GET, JSON) is verified over raw bytes before it is read. Whether a form is a message or a
 * status report is decided by what it says, so that a URL pasted in the wrong box loses nothing.
 */
final class TwilioReceiver implements WebhookReceiver {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @Override
  public Reception receive(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    return switch (request.method()) {
      case "GET" -> query(request, account, receivedAt);
      case "POST" -> post(request, account, receivedAt);
      default -> new Reception.Malformed("Twilio calls with POST or GET");
    };
  }

  private static Reception post(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    String contentType = request.header("Content-Type").orElse("");
    if (!isUtf8(contentType)) {
      return new Reception.UnsupportedType("Twilio writes UTF-8");
    }
    return switch (mediaType(contentType)) {
      case FORM -> form(request, account, receivedAt);
      case JSON -> json(request, account);
      default -> new Reception.UnsupportedType("expected " + FORM + " or " + JSON);
    };
  }

  private static Reception form(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    FormParameters parameters;
    try {
      parameters = FormParameters.parse(request.body());
    } catch (MalformedFormException e) {
      return new Reception.Malformed("not a form: " + e.getMessage());
    }
    return refusal(request, account, parameters.asMap())
        .<Reception>map(refusal -> refusal)
        .orElseGet(() -> read(parameters, request, account, receivedAt));
  }

  private static Reception query(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    Optional<Reception> refusal = refusal(request, account, Map.of()).map(refused -> refused);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      return read(parse(request), request, account, receivedAt);
    } catch (MalformedFormException e) {
      return new Reception.NotUnderstood("query: " + e.getMessage(), InboundMessage.ANSWER);
    }
  }

  private static Reception json(WebhookRequest request, OpenAccount account) {
    Optional<Reception> refusal = refusal(request, account, Map.of()).map(refused -> refused);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<String> hash = bodyHash(request);
    if (hash.isEmpty() || !TwilioSignature.bodyMatches(request.body(), hash.get())) {
      return new Reception.NotAuthentic(
          TwilioSignature.BODY_HASH + " is missing or is not the hash of the body");
    }
    return new Reception.NotUnderstood(
        "Twilio sends messages and reports as forms, not as JSON", WebhookAnswer.NO_CONTENT);
  }

  private static Reception read(
      FormParameters parameters, WebhookRequest request, OpenAccount account, Instant receivedAt) {
    String accountSid = account.optionalSetting(TwilioProvider.ACCOUNT_SID).orElse("");
    if (!parameters.all("AccountSid").stream().allMatch(accountSid::equals)) {
      return new Reception.NotAuthentic("the call is about another Twilio account");
    }
    CallFields fields = new CallFields(parameters);
    if (StatusReport.isOne(fields)) {
      fields.drop(CallbackUrl.MESSAGE);
      UUID messageId = CallbackUrl.messageId(request.rawQuery()).orElse(null);
      return StatusReport.read(fields, account.id(), messageId, receivedAt);
    }
    if (request.subPath().equals(CallbackUrl.SUB_PATH) && !fields.has("Body")) {
      return new Reception.NotUnderstood(
          "a status report without a status", WebhookAnswer.NO_CONTENT);
    }
    return InboundMessage.read(fields, account, receivedAt);
  }

  private static Optional<Reception.NotAuthentic> refusal(
      WebhookRequest request, OpenAccount account, Map<String, List<String>> parameters) {
    Optional<String> signature = request.header(TwilioSignature.HEADER);
    if (signature.isEmpty()) {
      return Optional.of(new Reception.NotAuthentic(TwilioSignature.HEADER + " is missing"));
    }
    List<String> tokens =
        Stream.of(TwilioProvider.AUTH_TOKEN, TwilioProvider.SECONDARY_AUTH_TOKEN)
            .map(account::optionalSecret)
            .flatMap(Optional::stream)
            .toList();
    if (TwilioSignature.matches(
        tokens, request.publicUrlWithQuery(), parameters, signature.get())) {
      return Optional.empty();
    }
    // Not the query: with GET it holds what the customer wrote.
    return Optional.of(
        new Reception.NotAuthentic(
            TwilioSignature.HEADER
                + " does not fit; expected to be signed: "
                + request.publicUrl()
                + (request.publicUrlWithQuery().equals(request.publicUrl())
                    ? ""
                    : " and its query")));
  }

  private static Optional<String> bodyHash(WebhookRequest request) {
    try {
      return parse(request).first(TwilioSignature.BODY_HASH);
    } catch (MalformedFormException e) {
      return Optional.empty();
    }
  }

  private static FormParameters parse(WebhookRequest request) throws MalformedFormException {
    String query = request.rawQuery();
    return FormParameters.parse(
        query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8));
  }

  private static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isUtf8(String contentType) {
    return Stream.of(contentType.split(";", -1))
        .skip(1)
        .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
        .filter(parameter -> parameter.startsWith("charset="))
        .map(parameter -> parameter.substring("charset=".length()).replace("\"", "").strip())
        .allMatch("utf-8"::equals);
  }
}
