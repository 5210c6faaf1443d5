package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an element came from.
 *
 * @param index of the element in its call
 */
record Origin(WebhookRequest request, OpenAccount account, Instant receivedAt, int index) {

  /** Our message id in the query of the call. */
  Optional<UUID> queried() {
    return CallbackUrl.messageId(request.rawQuery());
  }

  /**
   * An id for an element that has none. It holds the time of arrival, because a customer who writes
   * the same word twice must not lose one of them; a call that is read again keeps its ids.
   */
  UUID ownId() {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    name.writeBytes((account.id() + "/" + receivedAt + "/" + index + "/").getBytes(UTF_8));
    name.writeBytes((request.rawQuery() + "\n").getBytes(UTF_8));
    name.writeBytes(request.body());
    return UUID.nameUUIDFromBytes(name.toByteArray());
  }
}
