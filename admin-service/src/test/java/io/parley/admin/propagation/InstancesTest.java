package io.parley.admin.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConfigurationApplied;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstancesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final Instances instances = new Instances();

  @Test
  void nothingIsInForceWhereNobodyWasHeardOf() {
    // Then
    assertThat(instances.haveInForce(0)).isFalse();
  }

  @Test
  void versionIsInForceWhenTheLastInstanceHasIt() {
    // Given
    hear("one", 7, NOW);
    hear("two", 6, NOW);
    boolean before = instances.haveInForce(7);

    // When
    hear("two", 9, NOW);

    // Then
    assertThat(before).isFalse();
    assertThat(instances.haveInForce(7)).isTrue();
    assertThat(instances.haveInForce(8)).isFalse();
  }

  @Test
  void instanceThatHasStoppedCountsNoLonger() {
    // Given
    hear("one", 7, NOW);
    hear("two", 6, NOW);

    // When
    instances.ended("routing/two");

    // Then
    assertThat(instances.haveInForce(7)).isTrue();
  }

  @Test
  void silentInstanceIsMarkedAndCountsUntilItIsGone() {
    // Given
    hear("one", 7, NOW);
    hear("two", 6, NOW.minus(Instances.SILENT_AFTER).minusMillis(1));
    hear("three", 7, NOW.minus(Instances.SILENT_AFTER));

    // When
    instances.forgetGone(NOW);

    // Then
    assertThat(instances.all())
        .filteredOn(heard -> heard.isSilent(NOW))
        .extracting(heard -> heard.applied().instance())
        .containsExactly("two");
    assertThat(instances.haveInForce(7)).isFalse();
  }

  @Test
  void instanceThatWasSilentForTenMinutesIsForgotten() {
    // Given
    hear("one", 7, NOW);
    hear("two", 6, NOW);

    // When
    hear("one", 7, NOW.plus(Duration.ofMinutes(10)));
    instances.forgetGone(NOW.plus(Instances.GONE_AFTER).plusMillis(1));

    // Then
    assertThat(instances.all())
        .extracting(heard -> heard.applied().instance())
        .containsExactly("one");
  }

  private void hear(String instance, long version, Instant at) {
    instances.heard(
        "routing/" + instance,
        new ConfigurationApplied("routing", instance, version, NOW, NOW),
        at);
  }
}
