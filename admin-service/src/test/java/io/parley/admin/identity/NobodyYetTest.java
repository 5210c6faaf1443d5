package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.admin.AdminTest;
import io.parley.admin.user.Users;
import io.parley.testing.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A service that nobody has been configured for. */
@AdminTest
@TestProfile(NobodyYetTest.NothingConfigured.class)
class NobodyYetTest {

  /** Takes the first administrator out of the configuration. */
  public static final class NothingConfigured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parley.admin.bootstrap.email", "", "parley.admin.bootstrap.password", "");
    }
  }

  private final Users users;

  @Inject
  NobodyYetTest(Users users) {
    this.users = users;
  }

  @Test
  void thereIsNoDefaultAdministrator() {
    // Given
    String all = "select count(*) from configuration_object where kind = 'USER'";

    // When
    long present = TestDatabase.number(all);

    // Then
    assertThat(present).isZero();
  }

  @Test
  void weakPasswordForTheFirstAdministratorStopsTheStart() {
    // Given
    FirstAdministrator weak =
        new FirstAdministrator(configured("admin@example.org", "too short"), users);

    // When
    assertThatThrownBy(() -> weak.start(new StartupEvent()))

        // Then
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parley.admin.bootstrap")
        .hasMessageContaining("12 to 200 characters")
        .hasMessageNotContaining("too short");
  }

  private static BootstrapConfiguration configured(String email, String password) {
    return new BootstrapConfiguration() {
      @Override
      public Optional<String> email() {
        return Optional.of(email);
      }

      @Override
      public Optional<String> password() {
        return Optional.of(password);
      }
    };
  }
}
