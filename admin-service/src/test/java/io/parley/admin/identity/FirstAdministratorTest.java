package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.AdminTest;
import io.parley.admin.access.SignInUsers;
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
      "select count(*) from configuration_object where key = 'first.administrator@example.org'";

  private final FirstAdministrator first;
  private final SignInUsers users;

  @Inject
  FirstAdministratorTest(FirstAdministrator first, SignInUsers users) {
    this.first = first;
    this.users = users;
  }

  @Test
  void laterStartCreatesNobody() throws Throwable {
    // Given
    long before =
        TestDatabase.number("select count(*) from configuration_object where kind = 'USER'");

    // When
    first.start(new StartupEvent());

    // Then
    assertThat(TestDatabase.number("select count(*) from configuration_object where kind = 'USER'"))
        .isEqualTo(before);
    assertThat(TestDatabase.number(COUNT)).isEqualTo(1);
  }

  @Test
  void instancesThatStartAtOnceCreateOne() throws Exception {
    // Given
    String key = UUID.randomUUID().toString();
    String email = "at-once-" + key + "@example.org";
    Callable<UUID> start =
        () -> {
          try {
            return VertxContextSupport.subscribeAndAwait(
                () -> users.createAdministrator("A", email, "long enough to pass", key));
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
