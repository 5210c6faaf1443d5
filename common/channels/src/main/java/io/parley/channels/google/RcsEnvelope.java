package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.wire.JsonBody;
import java.util.Optional;

/** What RCS wraps around an event. Only the event inside is signed; nothing else is relied on. */
final class RcsEnvelope {

  private RcsEnvelope() {}

  /** The bytes of the event, if a body has one. */
  static Optional<byte[]> event(JsonNode body) {
    String data = JsonBody.text(body.path("message").path("data"));
    return data == null ? Optional.empty() : GoogleSignature.decoded(data);
  }
}
