package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testing.TestDatabase;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Staying signed in, signing out, and what ends a session. */
@AdminTest
class SessionTest {

  private static final String PASSWORD = "long enough for a test";
  private static final String OTHER = "quite another password";

  private final Api administrator = Api.administrator();
  private final Map<String, @Nullable Object> user = Api.user("SUPERVISOR");
  private final String id = administrator.created("/api/v1/users", user);
  private final String path = "/api/v1/users/" + id;
  private final String email = String.valueOf(user.get("email"));

  @Test
  void refreshTokenGivesTheNextTokenAndTheNextRefreshToken() {
    // Given
    Response first = Api.signIn(email, PASSWORD);

    // When
    Response second = refresh(first);

    // Then
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.header("Cache-Control")).isEqualTo("no-store");
    assertThat(second.<String>path("refreshToken")).isNotEqualTo(first.path("refreshToken"));
    assertThat(second.<String>path("user.id")).isEqualTo(id);
    assertThat(Instant.parse(second.path("refreshExpiresAt")))
        .isBetween(
            Instant.now().plus(Duration.ofHours(7)), Instant.now().plus(Duration.ofHours(9)));
    assertThat(with(second).get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void refreshTokenThatComesASecondTimeEndsTheWholeSession() {
    // Given
    Response first = Api.signIn(email, PASSWORD);
    Response second = refresh(first);

    // When
    Response again = refresh(first);

    // Then
    assertThat(again.statusCode()).isEqualTo(401);
    assertThat(again.jsonPath().getString("type")).isEqualTo("urn:parley:problem:sign-in-refused");
    assertThat(refresh(second).statusCode()).isEqualTo(401);
    assertThat(with(second).get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(audited("REFRESH_TOKEN_REUSED")).isEqualTo(1);
  }

  @Test
  void ofManyWhoRefreshAtOnceOneAtMostGoesOn() throws Exception {
    // Given
    Response first = Api.signIn(email, PASSWORD);
    Callable<Integer> refresh = () -> refresh(first).statusCode();

    // When
    List<Future<Integer>> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = threads.invokeAll(java.util.Collections.nCopies(8, refresh));
    }

    // Then
    assertThat(answers.stream().filter(answer -> answer.resultNow() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.resultNow() == 401)).hasSize(7);
  }

  @Test
  void inventedRefreshTokenIsRefused() {
    // Given
    Map<String, String> invented = Map.of("refreshToken", "x".repeat(43));

    // When
    Response answer = Api.nobody().post("/api/v1/sign-in/refresh", invented);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void refreshTokensAreStoredAsDigestsOnly() {
    // Given
    String token = Api.signIn(email, PASSWORD).path("refreshToken");

    // When
    long clear =
        TestDatabase.number(
            "select count(*) from refresh_token where digest like '%' || ? || '%'", token);

    // Then
    assertThat(clear).isZero();
    assertThat(token).hasSize(43);
  }

  @Test
  void sessionThatWasIdleForTooLongIsOver() {
    // Given
    Response first = Api.signIn(email, PASSWORD);
    TestDatabase.update(
        "update sign_in_session set used_at = used_at - interval '8 hours' where user_id = ?",
        UUID.fromString(id));

    // When
    Response answer = refresh(first);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void sessionEndsAtItsTimeHoweverOftenItIsRefreshed() {
    // Given
    Response first = Api.signIn(email, PASSWORD);
    TestDatabase.update(
        "update sign_in_session set expires_at = now() + interval '2 minutes' where user_id = ?",
        UUID.fromString(id));

    // When
    Response second = refresh(first);

    // Then
    Instant end = Instant.now().plus(Duration.ofMinutes(2)).plusSeconds(1);
    assertThat(Instant.parse(second.path("expiresAt"))).isBefore(end);
    assertThat(Instant.parse(second.path("refreshExpiresAt"))).isBefore(end);
  }

  @Test
  void signOutEndsThisSessionAndNoOther() {
    // Given
    Response here = Api.signIn(email, PASSWORD);
    Response there = Api.signIn(email, PASSWORD);

    // When
    int status = with(here).request().post("/api/v1/sign-out").statusCode();

    // Then
    assertThat(status).isEqualTo(204);
    assertThat(with(here).get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(refresh(here).statusCode()).isEqualTo(401);
    assertThat(with(there).get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void signOutEverywhereEndsAllSessions() {
    // Given
    Response here = Api.signIn(email, PASSWORD);
    Response there = Api.signIn(email, PASSWORD);

    // When
    with(here).post("/api/v1/sign-out", Map.of("everywhere", true));

    // Then
    assertThat(with(there).get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(refresh(there).statusCode()).isEqualTo(401);
  }

  @Test
  void disabledUserCannotGoOnEvenWhenEnabledAgain() {
    // Given
    Response session = Api.signIn(email, PASSWORD);
    Map<String, @Nullable Object> same = Api.without(user, "password");
    administrator.put(path, "*", Api.with(same, "enabled", false));

    // When
    int disabled = refresh(session).statusCode();
    administrator.put(path, "*", same);

    // Then
    assertThat(disabled).isEqualTo(401);
    assertThat(refresh(session).statusCode()).isEqualTo(401);
  }

  @Test
  void otherRolesEndTheSessionAndCountAtOnce() {
    // Given
    Response session = Api.signIn(email, PASSWORD);

    // When
    administrator.put(
        path, "*", Api.with(Api.without(user, "password"), "roles", List.of("AGENT")));

    // Then
    assertThat(with(session).get("/api/v1/accounts").statusCode()).isEqualTo(403);
    assertThat(refresh(session).statusCode()).isEqualTo(401);
  }

  @Test
  void passwordThatAnAdministratorSetsEndsTheSessionAtOnce() {
    // Given
    Response session = Api.signIn(email, PASSWORD);

    // When
    administrator.put(path, "*", Api.with(user, "password", OTHER));

    // Then
    assertThat(with(session).get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(refresh(session).statusCode()).isEqualTo(401);
  }

  @Test
  void meIsTheCaller() {
    // Given
    Api self = with(Api.signIn(email, PASSWORD));

    // When
    Response me = self.get("/api/v1/me");

    // Then
    assertThat(me.<String>path("id")).isEqualTo(id);
    assertThat(me.<String>path("email")).isEqualTo(email);
    assertThat(me.jsonPath().getList("roles")).containsExactly("SUPERVISOR");
  }

  @Test
  void userSetsAnotherPasswordWithTheOldOneAndGoesOn() {
    // Given
    Response before = Api.signIn(email, PASSWORD);

    // When
    Response answer = change(before, PASSWORD, OTHER);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(with(answer).get("/api/v1/me").statusCode()).isEqualTo(200);
    assertThat(with(before).get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(Api.signIn(email, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(Api.signIn(email, OTHER).statusCode()).isEqualTo(200);
    assertThat(audited("PASSWORD_CHANGED")).isEqualTo(1);
  }

  @Test
  void passwordChangeThatIsNotRightSaysWhichField() {
    // Given
    Response session = Api.signIn(email, PASSWORD);

    // When
    Response wrong = change(session, "not the right one", OTHER);
    Response tooShort = change(session, PASSWORD, "short");
    Response same = change(session, PASSWORD, PASSWORD);
    Response address = change(session, PASSWORD, email);

    // Then
    assertThat(List.of(wrong, tooShort, same, address))
        .extracting(Response::statusCode)
        .containsOnly(400);
    assertThat(wrong.<String>path("errors[0].pointer")).isEqualTo("/oldPassword");
    assertThat(List.of(tooShort, same, address))
        .extracting(answer -> answer.<String>path("errors[0].pointer"))
        .containsOnly("/newPassword");
    assertThat(Api.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void oldPasswordCannotBeGuessedWithAStolenToken() {
    // Given
    Response session = Api.signIn(email, PASSWORD);

    // When
    for (int i = 0; i < 10; i++) {
      change(session, "guess number " + i, OTHER);
    }

    // Then
    assertThat(change(session, PASSWORD, OTHER).statusCode()).isEqualTo(429);
  }

  private static Response refresh(Response signedIn) {
    return Api.nobody()
        .post(
            "/api/v1/sign-in/refresh",
            Map.of("refreshToken", signedIn.<String>path("refreshToken")));
  }

  private static Response change(Response signedIn, String from, String to) {
    return with(signedIn)
        .post("/api/v1/me/password", Map.of("oldPassword", from, "newPassword", to));
  }

  private static Api with(Response signedIn) {
    return Api.withToken(Objects.requireNonNull(signedIn.<String>path("token")));
  }

  private long audited(String action) {
    return TestDatabase.number(
        "select count(*) from audit where action = ? and object_id = ?",
        action,
        UUID.fromString(id));
  }
}
