package io.parley.admin.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.secrets.Keyset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretKeysTest {

  private final Keyset keyset = Keyset.create().withNewKey();
  private final long primary = keyset.primaryId();
  private final long other = keyset.keys().get(1).id();

  @Test
  void doneWhenEverythingIsUnderThePrimaryKeyAndPublished() {
    assertThat(SecretKeys.of(keyset, Map.of(primary, 5L), false).done()).isTrue();
    assertThat(SecretKeys.of(keyset, Map.of(), false).done()).isTrue();
    assertThat(SecretKeys.of(keyset, Map.of(primary, 5L), true).done()).isFalse();
    assertThat(SecretKeys.of(keyset, Map.of(primary, 5L, other, 1L), false).done()).isFalse();
  }

  @Test
  void keyThatTheKeysetHasNotIsMissing() {
    // Given
    long gone = other == 1 ? 2 : 1;

    // When
    SecretKeys keys =
        SecretKeys.of(keyset.withEnabled(other, false), Map.of(primary, 5L, gone, 2L), false);

    // Then
    assertThat(keys.keys())
        .containsExactly(
            new SecretKeys.Entry(primary, SecretKeys.Status.ENABLED, true, 5),
            new SecretKeys.Entry(other, SecretKeys.Status.DISABLED, false, 0),
            new SecretKeys.Entry(gone, SecretKeys.Status.MISSING, false, 2));
    assertThat(keys.done()).isFalse();
  }
}
