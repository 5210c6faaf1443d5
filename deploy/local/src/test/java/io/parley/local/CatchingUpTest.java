package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.local.Settings.Part;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of the configuration reach those who were away, and outlive those who made them. */
@ExtendWith(RunningStack.class)
class CatchingUpTest {

  private static final Duration OFFER_TIMEOUT = Duration.ofMinutes(2);

  @Test
  void serviceThatWasDownHasEveryChangeBeforeItReportsReady(SystemUnderTest system) {
    // Given
    ConfigurationChanges changes = new ConfigurationChanges(system);
    UUID first = changes.firstQueue();
    UUID second = changes.queueLike(first);
    changes.awaited();
    system.stack().process(Part.ROUTING).stop();
    boolean shown = isShown(changes.awaited(), "parley-routing");

    // When
    for (int i = 1; i <= 20; i++) {
      changes.change(i % 2 == 0 ? first : second, OFFER_TIMEOUT);
    }
    system.stack().process(Part.ROUTING).start();

    // Then
    assertThat(shown).isFalse();
    assertThat(changes.inForceAt(Part.ROUTING)).isEqualTo(changes.version());
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(() -> isShown(changes.awaited(), "parley-routing"));
    assertThat(changes.awaited().get("inForceEverywhere").asBoolean()).isTrue();
  }

  @Test
  void administrationThatIsKilledBetweenCommitAndPublicationLosesNothing(SystemUnderTest system) {
    // Given
    ConfigurationChanges changes = new ConfigurationChanges(system);
    UUID first = changes.firstQueue();
    long before = changes.version();
    system.stack().kafka().stop();

    // When
    changes.change(first, OFFER_TIMEOUT.plusMinutes(1));
    system.stack().process(Part.ADMIN).kill();
    int unpublished = system.sql("select id from admin.outbox").size();
    system.stack().kafka().start();
    system.stack().process(Part.ADMIN).start();

    // Then
    JsonNode awaited = changes.awaited();
    assertThat(unpublished).isEqualTo(1);
    assertThat(awaited.get("version").asLong()).isEqualTo(before + 1);
    assertThat(awaited.get("inForceEverywhere").asBoolean()).isTrue();
    assertThat(changes.inForceAt(Part.ROUTING)).isEqualTo(before + 1);
  }

  private static boolean isShown(JsonNode version, String service) {
    return version.get("instances").findValuesAsText("service").contains(service);
  }
}
