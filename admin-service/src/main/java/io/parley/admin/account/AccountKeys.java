package io.parley.admin.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.configuration.Account.PreviousKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The unguessable tokens in an account's webhook URLs, as the service keeps them. Pure. */
public final class AccountKeys {

  private static final int BYTES = 32;
  private static final String PRESENT = "accountKey";
  private static final String PREVIOUS = "previousAccountKey";
  private static final String UNTIL = "previousAccountKeyUntil";

  private AccountKeys() {}

  static ObjectNode first(RandomGenerator random) {
    return JsonNodeFactory.instance.objectNode().put(PRESENT, fresh(random));
  }

  /**
   * Another key in place of the present one.
   *
   * @param grace how long the present one stays accepted besides
   */
  public static ObjectNode rotated(
      ObjectNode own, RandomGenerator random, Duration grace, Instant now) {
    ObjectNode rotated = JsonNodeFactory.instance.objectNode().put(PRESENT, fresh(random));
    if (!grace.isZero()) {
      rotated.put(PREVIOUS, present(own)).put(UNTIL, now.plus(grace).toString());
    }
    return rotated;
  }

  static String present(ObjectNode own) {
    return own.path(PRESENT).asText();
  }

  static @Nullable PreviousKey previous(ObjectNode own) {
    JsonNode key = own.path(PREVIOUS);
    return key.isTextual()
        ? new PreviousKey(key.asText(), Instant.parse(own.path(UNTIL).asText()))
        : null;
  }

  private static String fresh(RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }
}
