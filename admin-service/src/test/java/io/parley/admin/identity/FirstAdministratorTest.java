package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.AdminTest;
import io.parley.admin.user.UserAccounts;
import io.parley.admin.user.UserInput;
import io.parley.testing.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The first administrator comes from the configuration, once. */
@AdminTest
class FirstAdministratorTest {

  private static final String COUNT =
      "select count(*) from user_account where email = 'first.administrator@example.org'";

  private final FirstAdministrator first;
  private final UserAccounts accounts;

  @Inject
  FirstAdministratorTest(FirstAdministrator first, UserAccounts accounts) {
    this.first = first;
    this.accounts = accounts;
  }

  @Test
  void laterStartCreatesNobody() throws Throwable {
    // Given
    long before = TestDatabase.number("select count(*) from user_account");

    // When
    first.start(new StartupEvent());

    // Then
    assertThat(TestDatabase.number("select count(*) from user_account")).isEqualTo(before);
    assertThat(TestDatabase.number(COUNT)).isEqualTo(1);
  }

  @Test
  void instancesThatStartAtOnceCreateOne() throws Exception {
    // Given
    String key = UUID.randomUUID().toString();
    UserInput input =
        UserInput.administrator("A", "at-once-" + key + "@example.org", "long enough to pass");
    Callable<UUID> start =
        () -> {
          try {
            return VertxContextSupport.subscribeAndAwait(() -> accounts.create(input, null, key))
                .id();
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        };

    // When
    Set<UUID> created = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<UUID>> instances = new ArrayList<>(threads.invokeAll(List.of(start, start)));
      for (Future<UUID> instance : instances) {
        created.add(instance.get());
      }
    }

    // Then
    assertThat(created).hasSize(1);
  }
}
