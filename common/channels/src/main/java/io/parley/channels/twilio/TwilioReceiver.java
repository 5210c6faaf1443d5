package io.parley.channels.twilio;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.MalformedFormException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
  private static final Pattern VALUE = Pattern.compile("=[^&]*");

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    return switch (request.method()) {
      case "GET" -> refusal(request, account, Map.of()).or(() -> anothers(query(request), account));
      case "POST" -> post(request, account);
      default -> Optional.of(new Reception.Malformed("Twilio calls with POST or GET"));
    };
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    try {
      if (request.method().equals("GET")) {
        return read(parse(request), request, account, receivedAt);
      }
      return ContentTypes.mediaType(request.header("Content-Type").orElse("")).equals(JSON)
          ? new Reception.NotUnderstood(
              "Twilio sends messages and reports as forms, not as JSON", WebhookAnswer.NO_CONTENT)
          : read(FormBody.parse(request.body()), request, account, receivedAt);
    } catch (MalformedFormException e) {
      return new Reception.NotUnderstood("not a form: " + e.getMessage(), InboundMessage.ANSWER);
    }
  }

  /** Nothing that a customer would get as a reply. */
  @Override
  public WebhookAnswer acknowledgement(WebhookRequest request, Map<String, String> settings) {
    return request.subPath().equals(CallbackUrl.SUB_PATH)
        ? WebhookAnswer.NO_CONTENT
        : InboundMessage.ANSWER;
  }

  private static Optional<Reception.Refusal> post(WebhookRequest request, OpenAccount account) {
    String contentType = request.header("Content-Type").orElse("");
    if (!ContentTypes.isUtf8(contentType)) {
      return Optional.of(new Reception.UnsupportedType("Twilio writes UTF-8"));
    }
    return switch (ContentTypes.mediaType(contentType)) {
      case FORM -> form(request, account);
      case JSON -> json(request, account);
      default -> Optional.of(new Reception.UnsupportedType("expected " + FORM + " or " + JSON));
    };
  }

  private static Optional<Reception.Refusal> form(WebhookRequest request, OpenAccount account) {
    FormBody parameters;
    try {
      parameters = FormBody.parse(request.body());
    } catch (MalformedFormException e) {
      return Optional.of(new Reception.Malformed("not a form: " + e.getMessage()));
    }
    return refusal(request, account, parameters.asMap())
        .or(() -> anothers(Optional.of(parameters), account));
  }

  private static Optional<Reception.Refusal> json(WebhookRequest request, OpenAccount account) {
    Optional<Reception.Refusal> refusal = refusal(request, account, Map.of());
    if (refusal.isPresent()) {
      return refusal;
    }
    Optional<String> hash = query(request).flatMap(query -> query.first(TwilioSignature.BODY_HASH));
    return hash.isPresent() && TwilioSignature.bodyMatches(request.body(), hash.get())
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic(
                TwilioSignature.BODY_HASH + " is missing or is not the hash of the body"));
  }

  private static Optional<Reception.Refusal> anothers(
      Optional<FormBody> parameters, OpenAccount account) {
    String accountSid = account.optionalSetting(TwilioProvider.ACCOUNT_SID).orElse("");
    return parameters.isEmpty()
            || parameters.get().all("AccountSid").stream().allMatch(accountSid::equals)
        ? Optional.empty()
        : Optional.of(new Reception.NotAuthentic("the call is about another Twilio account"));
  }

  private static Reception read(
      FormBody parameters, WebhookRequest request, OpenAccount account, Instant receivedAt) {
    FormFields fields = new FormFields(parameters);
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

  private static Optional<Reception.Refusal> refusal(
      WebhookRequest request, OpenAccount account, Map<String, List<String>> parameters) {
    Optional<String> signature = request.header(TwilioSignature.HEADER);
    if (signature.isEmpty()) {
      return Optional.of(
          new Reception.NotAuthentic(TwilioSignature.HEADER + " is missing")
              .because(TwilioSignature.HEADER)
              .signed(shown(request)));
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
                        : " and its query"))
            .because(TwilioSignature.HEADER)
            .signed(shown(request)));
  }

  /** The URL that is signed; without values where these are what a customer wrote. */
  private static String shown(WebhookRequest request) {
    String query = request.rawQuery();
    return request.method().equals("GET") && query != null && !query.isEmpty()
        ? request.publicUrl() + "?" + VALUE.matcher(query).replaceAll("=…")
        : request.publicUrlWithQuery();
  }

  private static Optional<FormBody> query(WebhookRequest request) {
    try {
      return Optional.of(parse(request));
    } catch (MalformedFormException e) {
      return Optional.empty();
    }
  }

  private static FormBody parse(WebhookRequest request) throws MalformedFormException {
    String query = request.rawQuery();
    return FormBody.parse(query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8));
  }
}
