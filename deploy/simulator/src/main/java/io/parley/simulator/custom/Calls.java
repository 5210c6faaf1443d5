package io.parley.simulator.custom;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Fields;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Makes declared webhooks. */
final class Calls {

  private Calls() {}

  /** The URL that is signed is the one configured, not the one connected to. */
  static Webhook webhook(
      String kind,
      String messageId,
      CallSettings call,
      Map<String, String> values,
      SignatureKind signature,
      Instant at) {
    String body = call.body().filled(values);
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.put("Content-Type", call.body().type());
    Proof proof = call.proof();
    if (proof != null && signature != SignatureKind.NONE) {
      String added = signature == SignatureKind.VALID ? "" : "x";
      headers.putAll(Proofs.headers(proof, call.endpoint().url(), body, at, added));
    }
    return new Webhook(
        kind,
        messageId,
        Fields.orElse(call.method(), "POST"),
        call.endpoint().address(),
        headers,
        body);
  }
}
