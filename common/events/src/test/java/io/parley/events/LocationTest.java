package io.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({"90, 180", "-90, -180", "0, 0", "40.7484, -73.9857"})
  void everyPlaceOnEarthIsTaken(BigDecimal latitude, BigDecimal longitude) {
    // When
    Location place = new Location(latitude, longitude, null, null);

    // Then
    assertThat(place.latitude()).isEqualTo(latitude);
  }

  @ParameterizedTest
  @CsvSource({"90.0001, 0", "-90.0001, 0", "0, 180.0001", "0, -180.0001"})
  void placeOffTheMapIsRefused(BigDecimal latitude, BigDecimal longitude) {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Location(latitude, longitude, null, null));
  }
}
