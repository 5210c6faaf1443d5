package io.parley.channels.linkmobility;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.MalformedFormException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * LINK's webhooks. LINK signs nothing: what the account asks for beside the secret URL (user and
 * password, a fixed header, callers' addresses) must all be there (providers/link-mobility.md §6
 * and §11). Whether a call is a message or a report is decided by what it says.
 */
final class LinkReceiver implements WebhookReceiver {

  private static final Set<String> METHODS = Set.of("POST", "PUT", "GET");
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (!METHODS.contains(request.method())) {
      return Optional.of(new Reception.Malformed("LINK calls with POST, PUT or GET"));
    }
    return address(request, account)
        .or(() -> header(request, account))
        .or(() -> credentials(request, account));
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    LinkSettings settings = new LinkSettings(account.settings());
    WebhookAnswer answer = answer(settings);
    Optional<JsonFields> read = fields(request);
    if (read.isEmpty()) {
      return new Reception.NotUnderstood(
          "the call is neither JSON nor a form: the gate's content type must be application/json",
          answer);
    }
    JsonFields fields = read.get();
    return switch (settings.variant()) {
      case COMMON -> {
        if (fields.has("resultCode")) {
          yield CommonReport.read(fields, account, settings, answer, receivedAt);
        }
        yield fields.has("content") || fields.has("content.userData")
            ? CommonMessage.read(fields, account, settings, answer, receivedAt)
            : new Reception.NotUnderstood(
                fields.has("eventId")
                    ? "an event of MyLINK at an account of the Common API"
                    : "neither a message nor a delivery report",
                answer);
      }
      case MYLINK -> MyLinkEvent.read(request, fields, account, settings, answer, receivedAt);
    };
  }

  @Override
  public WebhookAnswer acknowledgement(WebhookRequest request, Map<String, String> settings) {
    return answer(new LinkSettings(settings));
  }

  private static WebhookAnswer answer(LinkSettings settings) {
    return new WebhookAnswer(200, "text/plain", settings.acknowledgement());
  }

  private static Optional<Reception.Refusal> address(WebhookRequest request, OpenAccount account) {
    return account
        .optionalSetting(LinkSettings.CALLBACK_ADDRESSES)
        .flatMap(list -> CallerChecks.address(request, list));
  }

  private static Optional<Reception.Refusal> header(WebhookRequest request, OpenAccount account) {
    Optional<String> name = account.optionalSetting(LinkSettings.CALLBACK_HEADER);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String expected = account.optionalSecret(LinkSettings.CALLBACK_HEADER_VALUE).orElse("");
    return !expected.isEmpty()
            && CallerChecks.isSame(expected, request.header(name.get()).orElse(""))
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic("the fixed header is missing or is not the account's")
                .because(name.get()));
  }

  private static Optional<Reception.Refusal> credentials(
      WebhookRequest request, OpenAccount account) {
    return account.optionalSetting(LinkSettings.CALLBACK_USERNAME).isEmpty()
        ? Optional.empty()
        : CallerChecks.credentials(
            request,
            account,
            LinkSettings.CALLBACK_USERNAME,
            LinkSettings.CALLBACK_PASSWORD,
            LinkSettings.OLD_CALLBACK_PASSWORD);
  }

  private static Optional<JsonFields> fields(WebhookRequest request) {
    try {
      String type = ContentTypes.mediaType(request.header("Content-Type").orElse(""));
      JsonFields fields =
          type.equals(FORM)
              ? fields(FormBody.parse(request.body()))
              : new JsonFields(JsonBody.read(request.body()));
      if (fields.isEmpty() && request.rawQuery() != null) {
        fields = fields(FormBody.parse(bytes(request.rawQuery())));
      }
      return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    } catch (MalformedFormException notAForm) {
      return Optional.empty();
    }
  }

  /** In a form and in a query a path is a name; of a repeated one the first counts. */
  private static JsonFields fields(FormBody form) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    form.asMap().forEach((name, values) -> fields.put(name, values.getFirst()));
    return new JsonFields(fields);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
