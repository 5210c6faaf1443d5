package io.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A user who stays signed in: gives the present token, and the next one before it runs out. Where
 * the session is over, the user signs in again.
 */
final class Session implements Supplier<String> {

  /** A token is not used any more when it has less left: a request may take that long. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private static final int UNAUTHORIZED = 401;

  private final Json admin;
  private final String email;
  private final String password;
  private JsonNode present;

  /**
   * Signs in.
   *
   * @param admin admin-service, without a token
   */
  Session(Json admin, String email, String password) {
    this.admin = admin;
    this.email = email;
    this.password = password;
    this.present = signIn();
  }

  @Override
  public synchronized String get() {
    if (Instant.parse(present.get("expiresAt").asText()).isBefore(Instant.now().plus(MARGIN))) {
      present = refreshed();
    }
    return present.get("token").asText();
  }

  private JsonNode refreshed() {
    Json.Answer answer =
        admin.post(
            "/api/v1/sign-in/refresh",
            Map.of("refreshToken", present.get("refreshToken").asText()));
    return answer.status() == UNAUTHORIZED ? signIn() : answer.ok();
  }

  private JsonNode signIn() {
    return admin.post("/api/v1/sign-in", Map.of("email", email, "password", password)).ok();
  }
}
