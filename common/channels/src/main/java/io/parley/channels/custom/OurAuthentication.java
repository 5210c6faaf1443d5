package io.parley.channels.custom;

import io.parley.channels.OpenAccount;
import io.parley.channels.wire.BasicCredentials;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How our calls prove that they are ours. */
sealed interface OurAuthentication {

  String SECRET = "sendSecret";

  /** The header that it adds, by name; none where the secret stands elsewhere or is not needed. */
  Map<String, String> header(OpenAccount account, byte[] body, Instant now);

  /** User and password. */
  record Basic(String user) implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of("Authorization", new BasicCredentials(user, secret(account)).header());
    }
  }

  /** The secret in a header, behind a prefix. */
  record Key(String header, Prefix prefix) implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of(header, prefix.before(secret(account)));
    }
  }

  /** A keyed hash of the body in a header. */
  record Signature(String header, Prefix prefix, KeyedHash hash) implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of(header, prefix.before(hash.sign(secret(account), body)));
    }
  }

  /** The secret stands in the template. */
  record InTemplate() implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of();
    }
  }

  /** Nothing. */
  record Nothing() implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of();
    }
  }

  /** The contract's signature. */
  record Contract() implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of(
          ContractSignature.HEADER,
          ContractSignature.sign(
              account.secret(ContractCalls.SECRET),
              ContractSignature.Direction.OUTBOUND,
              body,
              now));
    }
  }

  /** The contract's token. */
  record ContractToken() implements OurAuthentication {
    @Override
    public Map<String, String> header(OpenAccount account, byte[] body, Instant now) {
      return Map.of("Authorization", "Bearer " + account.secret(ContractCalls.SECRET));
    }
  }

  /** Reads it. */
  static OurAuthentication of(Settings settings, Problems problems) {
    if (settings.isContract()) {
      return settings.text("contractAuthentication").equals("token")
          ? new ContractToken()
          : new Contract();
    }
    String why = "is required with this authentication of our calls";
    Prefix prefix = new Prefix(settings.text("sendAuthPrefix"));
    return switch (settings.text("sendAuthentication")) {
      case "basic" -> new Basic(CallAuthentication.user(settings, "sendUser", why, problems));
      case "bearer" -> new Key("Authorization", new Prefix("Bearer"));
      case "header" -> new Key(problems.required(settings, "sendAuthName", why), prefix);
      case "hmac" ->
          new Signature(
              problems.required(settings, "sendAuthName", why),
              prefix,
              new KeyedHash(
                  KeyedHash.algorithm(settings.text("sendHmac")),
                  settings.text("sendHmacEncoding"),
                  settings.text("sendKeyEncoding")));
      case "template" -> new InTemplate();
      case "none" -> new Nothing();
      default -> {
        problems.add("sendAuthentication", "is required with the form http");
        yield new Nothing();
      }
    };
  }

  /** The name of the header that it sets, lower case, if it sets one. */
  default Optional<String> headerName() {
    return switch (this) {
      case Basic basic -> Optional.of("authorization");
      case ContractToken token -> Optional.of("authorization");
      case Key(String header, Prefix prefix) -> Optional.of(header.toLowerCase(Locale.ROOT));
      case Signature(String header, Prefix prefix, KeyedHash hash) ->
          Optional.of(header.toLowerCase(Locale.ROOT));
      case Contract contract -> Optional.of(ContractSignature.HEADER.toLowerCase(Locale.ROOT));
      case InTemplate template -> Optional.empty();
      case Nothing nothing -> Optional.empty();
    };
  }

  private static String secret(OpenAccount account) {
    return account.secret(SECRET);
  }
}
