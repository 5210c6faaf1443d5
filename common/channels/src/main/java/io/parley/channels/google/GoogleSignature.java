package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.OpenAccount;
import io.parley.channels.wire.Hmac;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The signature of webhooks: HMAC-SHA-512 under the client token, over the raw body on Business
 * Messages and over the decoded event on RCS (providers/google-business-messages.md §3, part II).
 */
final class GoogleSignature {

  static final String HEADER = "X-Goog-Signature";

  private GoogleSignature() {}

  /** Whether some bytes were signed with a token of the account. */
  static boolean matches(OpenAccount account, byte[] signed, String header) {
    Optional<byte[]> given = decoded(header);
    return given.isPresent()
        && tokens(account).stream()
            .anyMatch(token -> Hmac.SHA512.matches(token.getBytes(UTF_8), signed, given.get()));
  }

  /** The account's client tokens. */
  static List<String> tokens(OpenAccount account) {
    return Stream.of(GoogleForm.CLIENT_TOKEN, GoogleForm.SECOND_CLIENT_TOKEN)
        .map(account::optionalSecret)
        .flatMap(Optional::stream)
        .filter(token -> !token.isEmpty())
        .toList();
  }

  /** Standard Base64, if it is. */
  static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.strip()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
