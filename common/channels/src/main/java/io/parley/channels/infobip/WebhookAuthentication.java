package io.parley.channels.infobip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.Hmac;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Infobip proves that a call is its own (providers/infobip.md §4). By default it signs nothing,
 * and the unguessable key in the URL, by which the account was found, is all there is.
 */
final class WebhookAuthentication {

  /** Infobip's names of the algorithms. */
  static final Map<String, Hmac> ALGORITHMS =
      Map.of(
          "HMAC_MD5", Hmac.MD5,
          "HMAC_SHA_1", Hmac.SHA1,
          "HMAC_SHA_224", Hmac.SHA224,
          "HMAC_SHA_256", Hmac.SHA256,
          "HMAC_SHA_384", Hmac.SHA384,
          "HMAC_SHA_512", Hmac.SHA512);

  private static final String OTHER_CHALLENGE = "Signature realm=\"Parley\"";
  private static final Pattern PREFIX =
      Pattern.compile("^(?:hmac[-_]?)?(?:md5|sha[-_]?[0-9]{1,3})=", Pattern.CASE_INSENSITIVE);

  private WebhookAuthentication() {}

  /** Why a call is refused; nothing when it is Infobip's. */
  static Optional<Reception.Refusal> refusal(WebhookRequest request, OpenAccount account) {
    String kind =
        account.optionalSetting(InfobipForm.WEBHOOK_AUTHENTICATION).orElse(InfobipForm.NONE);
    return switch (kind) {
      case InfobipForm.NONE -> Optional.empty();
      case InfobipForm.BASIC ->
          CallerChecks.credentials(
              request, account, InfobipForm.WEBHOOK_USER, InfobipForm.WEBHOOK_PASSWORD);
      case InfobipForm.HMAC ->
          unless(hmac(request, account), reason(account, "is not the HMAC"), OTHER_CHALLENGE);
      case InfobipForm.HEADER ->
          unless(header(request, account), reason(account, "has another value"), OTHER_CHALLENGE);
      default ->
          unless(false, "the account's webhook authentication is not set up", OTHER_CHALLENGE);
    };
  }

  private static boolean hmac(WebhookRequest request, OpenAccount account) {
    Hmac algorithm =
        ALGORITHMS.get(
            account
                .optionalSetting(InfobipForm.WEBHOOK_ALGORITHM)
                .orElse(InfobipForm.DEFAULT_ALGORITHM));
    Optional<String> secret = account.optionalSecret(InfobipForm.WEBHOOK_SECRET);
    Optional<byte[]> given = given(request, account).flatMap(WebhookAuthentication::digest);
    return algorithm != null
        && secret.isPresent()
        && given.isPresent()
        && algorithm.matches(secret.get().getBytes(UTF_8), request.body(), given.get());
  }

  private static boolean header(WebhookRequest request, OpenAccount account) {
    Optional<String> expected = account.optionalSecret(InfobipForm.WEBHOOK_HEADER_VALUE);
    Optional<String> given = given(request, account);
    return expected.isPresent()
        && given.isPresent()
        && CallerChecks.isSame(expected.get(), given.get());
  }

  private static Optional<String> given(WebhookRequest request, OpenAccount account) {
    return account
        .optionalSetting(InfobipForm.WEBHOOK_HEADER)
        .flatMap(request::header)
        .map(String::strip);
  }

  /** Infobip does not say how the digest is written. */
  private static Optional<byte[]> digest(String written) {
    String value = PREFIX.matcher(written).replaceFirst("");
    try {
      return Optional.of(HexFormat.of().parseHex(value));
    } catch (IllegalArgumentException notHexadecimal) {
      return base64(value);
    }
  }

  private static Optional<byte[]> base64(String value) {
    try {
      return Optional.of(Base64.getDecoder().decode(value));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String reason(OpenAccount account, String what) {
    return account.optionalSetting(InfobipForm.WEBHOOK_HEADER).orElse("(no header)")
        + " is missing or "
        + what;
  }

  private static Optional<Reception.Refusal> unless(
      boolean authentic, String reason, String challenge) {
    return authentic
        ? Optional.empty()
        : Optional.of(new Reception.NotAuthentic(reason, challenge));
  }
}
