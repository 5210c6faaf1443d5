package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.FormWriter;
import io.parley.channels.wire.MalformedFormException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a provider's calls are told from a stranger's. Constant in time; a missing secret refuses.
 */
sealed interface CallAuthentication {

  String SECRET = "callSecret";
  String OTHER_SECRET = "otherCallSecret";

  /** Why a call is refused, if it is. */
  Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account);

  /** What the URL of a callback must have in its query besides. */
  default String query(OpenAccount account) {
    return "";
  }

  /** A query without what opens it, so that the token is never taken for a field. */
  default String withoutToken(String rawQuery) {
    return rawQuery;
  }

  /** Whether the query of a call is covered. */
  default boolean coversQuery() {
    return true;
  }

  /** A keyed hash of the body in a header. */
  record Signature(String header, Prefix prefix, KeyedHash hash) implements CallAuthentication {

    @Override
    public Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account) {
      Optional<String> given = request.header(header);
      if (given.isEmpty()) {
        return refuse(header + " is missing", header);
      }
      Optional<String> signature = prefix.strip(given.get());
      return signature.isPresent()
              && anySecret(account, key -> hash.fits(key, request.body(), signature.get()))
          ? Optional.empty()
          : refuse(header + " does not fit the body", header);
    }

    @Override
    public boolean coversQuery() {
      return false;
    }
  }

  /** User and password. */
  record Basic(String user) implements CallAuthentication {

    @Override
    public Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account) {
      return CallerChecks.credentials(
          request, secrets(account).map(password -> new BasicCredentials(user, password)).toList());
    }
  }

  /** A token in a header. */
  record HeaderToken(String header, Prefix prefix) implements CallAuthentication {

    @Override
    public Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account) {
      Optional<String> given = request.header(header).flatMap(prefix::strip);
      return given.isPresent()
              && anySecret(account, token -> CallerChecks.isSame(token, given.get()))
          ? Optional.empty()
          : refuse("the token in " + header + " is missing or wrong", header);
    }
  }

  /** A token in the query. */
  record QueryToken(String parameter) implements CallAuthentication {

    @Override
    public Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account) {
      List<String> given = given(request);
      return given.size() == 1
              && anySecret(account, token -> CallerChecks.isSame(token, given.getFirst()))
          ? Optional.empty()
          : refuse("the token in the query is missing or wrong");
    }

    @Override
    public String query(OpenAccount account) {
      return new FormWriter().add(parameter, account.optionalSecret(SECRET).orElse("")).query();
    }

    @Override
    public String withoutToken(String rawQuery) {
      return Stream.of(rawQuery.split("&"))
          .filter(pair -> !isToken(pair))
          .collect(Collectors.joining("&"));
    }

    private boolean isToken(String pair) {
      try {
        return !FormBody.parse(pair.getBytes(UTF_8)).all(parameter).isEmpty();
      } catch (MalformedFormException notAPair) {
        return false;
      }
    }

    private List<String> given(WebhookRequest request) {
      String query = request.rawQuery() == null ? "" : request.rawQuery();
      try {
        return FormBody.parse(query.getBytes(UTF_8)).all(parameter);
      } catch (MalformedFormException notAQuery) {
        return List.of();
      }
    }
  }

  /** Nothing beyond the URL, which holds the account's key. */
  record ByUrlAlone() implements CallAuthentication {

    @Override
    public Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account) {
      return Optional.empty();
    }
  }

  /** Reads it. */
  static CallAuthentication of(Settings settings, Problems problems) {
    String why = "is required with this authentication of their calls";
    Prefix prefix = new Prefix(settings.text("callAuthPrefix"));
    return switch (settings.text("callAuthentication")) {
      case "hmac" ->
          new Signature(
              problems.required(settings, "callAuthName", why),
              prefix,
              new KeyedHash(
                  KeyedHash.algorithm(settings.text("callHmac")),
                  settings.text("callHmacEncoding"),
                  settings.text("callKeyEncoding")));
      case "basic" -> new Basic(user(settings, "callUser", why, problems));
      case "token" -> {
        String name = problems.required(settings, "callAuthName", why);
        yield settings.text("callTokenIn").equals("query")
            ? new QueryToken(name)
            : new HeaderToken(name, prefix);
      }
      case "none" -> new ByUrlAlone();
      default -> {
        problems.add("callAuthentication", "is required with the form http");
        yield new Basic("");
      }
    };
  }

  /** A user's name, which cannot have a colon. */
  static String user(Settings settings, String field, String why, Problems problems) {
    String user = problems.required(settings, field, why);
    if (user.contains(":")) {
      problems.add(field, "must not have a colon");
    }
    return user;
  }

  private static boolean anySecret(OpenAccount account, Predicate<String> fits) {
    return secrets(account).anyMatch(fits);
  }

  private static Stream<String> secrets(OpenAccount account) {
    return Stream.of(SECRET, OTHER_SECRET)
        .map(account::optionalSecret)
        .flatMap(Optional::stream)
        .filter(secret -> !secret.isEmpty());
  }

  private static Optional<Reception.Refusal> refuse(String reason, String header) {
    return Optional.of(new Reception.NotAuthentic(reason).because(header));
  }

  private static Optional<Reception.Refusal> refuse(String reason) {
    return Optional.of(new Reception.NotAuthentic(reason));
  }
}
