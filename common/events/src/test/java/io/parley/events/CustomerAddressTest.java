package io.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerAddressTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void shortestAndLongestValuesAreTaken(int length) {
    // Given
    String value = "x".repeat(length);

    // When
    CustomerAddress address = new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, value);

    // Then
    assertThat(address.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blankValueIsRefused(String value) {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerAddress(CustomerAddress.Kind.NAME, value));
  }

  @Test
  void tooLongValueIsRefusedWithoutBeingRepeated() {
    // Given
    String value = "x".repeat(201);

    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerAddress(CustomerAddress.Kind.NAME, value))
        .withMessageNotContaining("xxx");
  }
}
