package io.parley.admin.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.configuration.Account.PreviousKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The unguessable part of an account's webhook URLs, which the service gives it. Pure.
 *
 * @param value the present one
 * @param previous the one before, while calls to its URLs are taken
 */
record AccountKey(String value, Optional<PreviousKey> previous) {

  private static final int BYTES = 32;
  private static final String VALUE = "accountKey";
  private static final String PREVIOUS = "previousAccountKey";
  static final String UNTIL = "previousAccountKeyUntil";

  static AccountKey random(RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new AccountKey(
        Base64.getUrlEncoder().withoutPadding().encodeToString(key), Optional.empty());
  }

  static AccountKey of(ObjectNode own) {
    JsonNode previous = own.path(PREVIOUS);
    return new AccountKey(
        own.path(VALUE).asText(),
        previous.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new PreviousKey(previous.asText(), Instant.parse(own.path(UNTIL).asText()))));
  }

  /** Another one; of more than one that were before only the last is taken. */
  AccountKey renewed(RandomGenerator random, Instant now, Duration grace) {
    return new AccountKey(
        random(random).value(),
        grace.isZero() ? Optional.empty() : Optional.of(new PreviousKey(value, now.plus(grace))));
  }

  /** Without the one before, if that is over. */
  AccountKey at(Instant now) {
    return new AccountKey(value, previous.filter(before -> before.validUntil().isAfter(now)));
  }

  ObjectNode json() {
    ObjectNode own = JsonNodeFactory.instance.objectNode().put(VALUE, value);
    previous.ifPresent(
        before ->
            own.put(PREVIOUS, before.accountKey()).put(UNTIL, before.validUntil().toString()));
    return own;
  }

  /** What may be shown. */
  ObjectNode shown() {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    previous.ifPresent(before -> shown.put(UNTIL, before.validUntil().toString()));
    return shown;
  }

  /** Leaves out the key. */
  @Override
  public String toString() {
    return "AccountKey[" + previous + "]";
  }
}
