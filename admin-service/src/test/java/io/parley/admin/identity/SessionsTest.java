package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.AdminTest;
import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.testing.TestDatabase;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions end with what they rest on, whether somebody uses them or not. */
@AdminTest
class SessionsTest {

  private final Sessions sessions;
  private final SignInUsers users;

  @Inject
  SessionsTest(Sessions sessions, SignInUsers users) {
    this.sessions = sessions;
    this.users = users;
  }

  @Test
  void userWhoWasDisabledForAWhileSignsInAgain() throws Throwable {
    // Given
    SignInUser user = user();
    Refresh.Turn session = begun(user);
    Refresh.Turn untouched = begun(user());
    enable(user, false);
    VertxContextSupport.subscribeAndAwait(sessions::endOvertaken);
    enable(user, true);

    // When
    List<Refresh> answers = List.of(refreshed(session), refreshed(untouched));

    // Then
    assertThat(answers.get(0)).isEqualTo(new Refresh.Refused());
    assertThat(answers.get(1)).isInstanceOf(Refresh.GoesOn.class);
  }

  @Test
  void allSessionsOfAUserCanBeEnded() throws Throwable {
    // Given
    SignInUser user = user();
    Refresh.Turn one = begun(user);
    Refresh.Turn other = begun(user);

    // When
    VertxContextSupport.subscribeAndAwait(() -> sessions.endAll(user.id(), EndReason.USER_CHANGED));

    // Then
    assertThat(List.of(refreshed(one), refreshed(other))).containsOnly(new Refresh.Refused());
  }

  private SignInUser user() throws Throwable {
    String email = UUID.randomUUID() + "@example.org";
    UUID id =
        VertxContextSupport.subscribeAndAwait(
            () -> users.createAdministrator("Ada", email, "long enough for a test", null));
    return VertxContextSupport.subscribeAndAwait(() -> users.byId(id)).orElseThrow();
  }

  private Refresh.Turn begun(SignInUser user) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> sessions.begin(user));
  }

  private Refresh refreshed(Refresh.Turn turn) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> sessions.refresh(turn.token()));
  }

  private static void enable(SignInUser user, boolean enabled) {
    TestDatabase.update(
        "update configuration_object set body = jsonb_set(body::jsonb, '{enabled}', to_jsonb(?))::text where id = ?",
        enabled,
        user.id());
  }
}
