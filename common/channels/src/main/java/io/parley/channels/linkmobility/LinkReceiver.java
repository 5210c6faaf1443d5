package io.parley.channels.linkmobility;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.MalformedFormException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    WebhookAnswer answer = new WebhookAnswer(200, "text/plain", settings.acknowledgement());
    Optional<LinkFields> read = fields(request);
    if (read.isEmpty()) {
      return new Reception.NotUnderstood(
          "the call is neither JSON nor a form: the gate's content type must be application/json",
          answer);
    }
    LinkFields fields = read.get();
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
    byte[] expected = bytes(account.optionalSecret(LinkSettings.CALLBACK_HEADER_VALUE).orElse(""));
    byte[] given = bytes(request.header(name.get()).orElse(""));
    return expected.length > 0 && MessageDigest.isEqual(expected, given)
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic("the fixed header is missing or is not the account's"));
  }

  private static Optional<Reception.Refusal> credentials(
      WebhookRequest request, OpenAccount account) {
    Optional<String> user = account.optionalSetting(LinkSettings.CALLBACK_USERNAME);
    if (user.isEmpty()) {
      return Optional.empty();
    }
    List<BasicCredentials> accepted =
        Stream.of(LinkSettings.CALLBACK_PASSWORD, LinkSettings.OLD_CALLBACK_PASSWORD)
            .map(account::optionalSecret)
            .flatMap(Optional::stream)
            .filter(password -> !password.isEmpty())
            .map(password -> new BasicCredentials(user.get(), password))
            .toList();
    return CallerChecks.credentials(request, accepted);
  }

  private static Optional<LinkFields> fields(WebhookRequest request) {
    try {
      String type = ContentTypes.mediaType(request.header("Content-Type").orElse(""));
      LinkFields fields =
          type.equals(FORM)
              ? LinkFields.of(FormBody.parse(request.body()))
              : new LinkFields(JsonBody.read(request.body()));
      if (fields.isEmpty() && request.rawQuery() != null) {
        fields = LinkFields.of(FormBody.parse(bytes(request.rawQuery())));
      }
      return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    } catch (MalformedFormException notAForm) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
