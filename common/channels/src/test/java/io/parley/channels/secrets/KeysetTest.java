package io.parley.channels.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysetTest {

  private static final UUID ACCOUNT = new UUID(7, 7);

  private Keyset inForce = Keyset.create();
  private final SecretCipher cipher = SecretCipher.following(() -> inForce);

  @Test
  void addedKeyDoesNotEncryptUntilItIsPromoted() {
    // Given
    long first = inForce.primaryId();
    inForce = inForce.withNewKey();
    long second = inForce.keys().get(1).id();

    // When
    String before = cipher.encrypt(ACCOUNT, "token", "s");
    inForce = inForce.withPrimary(second);
    String after = cipher.encrypt(ACCOUNT, "token", "s");

    // Then
    assertThat(Keyset.keyIdOf(before)).hasValue(first);
    assertThat(Keyset.keyIdOf(after)).hasValue(second);
    assertThat(cipher.decrypt(ACCOUNT, "token", before)).isEqualTo("s");
  }

  @Test
  void disabledOrRemovedKeyOpensNothingAndAnEnabledOneAgain() {
    // Given
    String sealed = cipher.encrypt(ACCOUNT, "token", "s");
    long old = inForce.primaryId();
    inForce = inForce.withNewKey();
    Keyset both = inForce.withPrimary(inForce.keys().get(1).id());

    // When
    inForce = both.withEnabled(old, false);

    // Then
    assertThatThrownBy(() -> cipher.decrypt(ACCOUNT, "token", sealed))
        .isInstanceOf(IllegalArgumentException.class);
    inForce = inForce.withEnabled(old, true);
    assertThat(cipher.decrypt(ACCOUNT, "token", sealed)).isEqualTo("s");
    inForce = both.without(old);
    assertThatThrownBy(() -> cipher.decrypt(ACCOUNT, "token", sealed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void primaryKeyCanBeNeitherDisabledNorRemovedAndADisabledOneNotPromoted() {
    // Given
    Keyset keyset = inForce.withNewKey();
    long primary = keyset.primaryId();
    long other = keyset.keys().get(1).id();

    // Then
    assertThatThrownBy(() -> keyset.without(primary)).hasMessageContaining("promote another");
    assertThatThrownBy(() -> keyset.withEnabled(primary, false))
        .hasMessageContaining("promote another");
    assertThatThrownBy(() -> keyset.withEnabled(other, false).withPrimary(other))
        .hasMessageContaining("is disabled");
    assertThatThrownBy(() -> keyset.withPrimary(1L << 40)).hasMessageContaining("there is no key");
  }

  @Test
  void writtenKeysetReadsAsTheSame() {
    // Given
    Keyset keyset = inForce.withNewKey();

    // When
    Keyset read = Keyset.parse(keyset.toJson());

    // Then
    assertThat(read.keys()).isEqualTo(keyset.keys());
    assertThat(read.toString()).doesNotContain("keyData", "value");
  }

  @Test
  void whatIsNoKeysetIsRefusedWithoutQuotingIt() {
    // Given
    String planted = "planted-key-material";

    // Then
    assertThatThrownBy(() -> Keyset.parse("{\"key\": \"" + planted + "\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(planted)
        .hasNoCause();
    assertThatThrownBy(() -> Keyset.parse("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keyset.parse("{\"primaryKeyId\":1,\"key\":[]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textThatIsNoCiphertextHasNoKey() {
    assertThat(Keyset.keyIdOf("in clear!")).isEmpty();
    assertThat(Keyset.keyIdOf("")).isEmpty();
    assertThat(Keyset.keyIdOf("AAAA")).isEmpty();
  }
}
