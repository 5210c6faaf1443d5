package io.parley.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place that a customer shared.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param label what the customer's app calls the place
 * @param address its postal address as text
 */
public record Location(
    BigDecimal latitude, BigDecimal longitude, @Nullable String label, @Nullable String address) {

  private static final BigDecimal MAX_LATITUDE = BigDecimal.valueOf(90);
  private static final BigDecimal MAX_LONGITUDE = BigDecimal.valueOf(180);

  public Location {
    if (latitude.abs().compareTo(MAX_LATITUDE) > 0
        || longitude.abs().compareTo(MAX_LONGITUDE) > 0) {
      throw new IllegalArgumentException("latitude or longitude out of range");
    }
  }
}
