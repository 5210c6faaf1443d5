package io.parley.simulator.custom;

import io.parley.simulator.http.Fields;
import io.parley.simulator.provider.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The headers of a proof. */
final class Proofs {

  private Proofs() {}

  /**
   * @param added to the password, token or secret, to make a wrong proof; empty for the right one
   */
  static Map<String, String> headers(
      Proof proof, String url, String body, Instant at, String added) {
    return switch (proof) {
      case Proof.Basic basic ->
          Map.of(
              "Authorization",
              "Basic " + base64(basic.username() + ":" + basic.password() + added));
      case Proof.Token token -> Map.of(token.header(), token.value() + added);
      case Proof.Signed signed -> signed(signed, url, body, at, added);
    };
  }

  private static Map<String, String> signed(
      Proof.Signed proof, String url, String body, Instant at, String added) {
    String timestamp = String.valueOf(at.getEpochSecond());
    String text =
        Fields.orElse(proof.signed(), "{{body}}")
            .replace("{{url}}", url)
            .replace("{{timestamp}}", timestamp)
            .replace("{{body}}", body);
    String algorithm = "Hmac" + Fields.orElse(proof.algorithm(), Proof.Algorithm.SHA256);
    byte[] digest =
        Hmac.of(algorithm, (proof.secret() + added).getBytes(StandardCharsets.UTF_8), text);
    String written =
        proof.encoding() == Proof.Encoding.BASE64
            ? Base64.getEncoder().encodeToString(digest)
            : HexFormat.of().formatHex(digest);
    Map<String, String> headers = new HashMap<>();
    headers.put(proof.header(), Fields.orElse(proof.prefix(), "") + written);
    if (proof.timestampHeader() != null) {
      headers.put(proof.timestampHeader(), timestamp);
    }
    return headers;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
