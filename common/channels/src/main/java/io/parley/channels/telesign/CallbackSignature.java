package io.parley.channels.telesign;

import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.Hmac;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How TeleSign signs what it sends: HMAC-SHA256 over the raw body alone, with the decoded API key
 * (providers/telesign.md §3). It is not how requests to TeleSign are signed.
 */
final class CallbackSignature {

  static final String HEADER = "Authorization";

  /** The bare value; for where a proxy takes {@code Authorization} away. */
  static final String BARE_HEADER = "X-TS-Authorization";

  private static final String SCHEME = "TSA ";

  private CallbackSignature() {}

  /** Why a call is not this account's; nothing when it is. */
  static Optional<String> refusal(WebhookRequest request, OpenAccount account) {
    List<String> signatures = new ArrayList<>();
    for (String header : values(request, HEADER)) {
      Optional<String> signature = ofCustomer(header, account.setting(TelesignForm.CUSTOMER_ID));
      if (signature.isEmpty()) {
        return Optional.of("Authorization is not TSA with the account's Customer ID");
      }
      signatures.add(signature.get());
    }
    signatures.addAll(values(request, BARE_HEADER));
    if (signatures.isEmpty()) {
      return Optional.of("Authorization and X-TS-Authorization are missing");
    }
    return signatures.stream().allMatch(signature -> fits(signature, request.body(), account))
        ? Optional.empty()
        : Optional.of("the signature does not fit the body and the account's API key");
  }

  /**
   * The bytes of an API key; none when it is not Base64. TeleSign's own tools skip characters that
   * are not, such as hyphens, when they decode it.
   */
  static byte[] key(String apiKey) {
    try {
      return Base64.getMimeDecoder().decode(apiKey);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static boolean fits(String signature, byte[] body, OpenAccount account) {
    byte[] given;
    try {
      given = Base64.getDecoder().decode(signature.strip());
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    return Stream.of(TelesignForm.API_KEY, TelesignForm.SECONDARY_API_KEY)
        .flatMap(name -> account.optionalSecret(name).stream())
        .anyMatch(apiKey -> Hmac.SHA256.matches(key(apiKey), body, given));
  }

  private static Optional<String> ofCustomer(String header, String customerId) {
    String value = header.strip();
    int colon = value.lastIndexOf(':');
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && colon >= SCHEME.length()
            && value.substring(SCHEME.length(), colon).strip().equalsIgnoreCase(customerId)
        ? Optional.of(value.substring(colon + 1))
        : Optional.empty();
  }

  private static List<String> values(WebhookRequest request, String header) {
    return request.headers().getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
  }
}
