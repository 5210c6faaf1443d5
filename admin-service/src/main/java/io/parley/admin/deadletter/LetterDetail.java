package io.parley.admin.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was authentic and not understood, whole.
 *
 * @param letter what is known of it
 * @param query the query string, without secrets
 * @param traceParent the trace of the call, to find it in logs
 * @param body as the provider sent it, Base64
 * @param text the same as text; absent when it is not UTF-8
 */
@Schema(name = "WebhookLetterDetail")
record LetterDetail(
    LetterView letter, String query, String traceParent, String body, @Nullable String text) {

  static LetterDetail of(Letters.Whole whole) {
    return new LetterDetail(
        LetterView.of(whole.letter()),
        whole.letter().query(),
        whole.letter().traceParent(),
        Base64.getEncoder().encodeToString(whole.body()),
        text(whole.body()));
  }

  private static @Nullable String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
