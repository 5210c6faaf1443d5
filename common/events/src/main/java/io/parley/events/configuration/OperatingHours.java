package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When the business is open (domain/automation-and-bots.md §3). What no entry covers is closed.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param timeZone IANA name, such as {@code Europe/Lisbon}; its daylight saving time counts
 * @param weekly hours that repeat every week; several a day for split shifts
 * @param exceptions single dates with hours of their own in place of the weekly ones
 * @param holidays dates on which it is closed whatever else is said
 */
public record OperatingHours(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotBlank @Size(max = 100) String timeZone,
    @Defaulted @Size(max = 100) List<@NotNull @Valid WeeklyHours> weekly,
    @Defaulted @Size(max = 1_000) List<@NotNull @Valid DayException> exceptions,
    @Defaulted @Size(max = 1_000) List<@NotNull @Valid Holiday> holidays)
    implements ConfigurationObject {

  /**
   * Hours on some days of every week.
   *
   * @param days the days
   * @param allDay open all day, without {@code from} and {@code to}; false if left out
   * @param from when it opens
   * @param to when it closes; 00:00 is the end of the day
   * @param validFrom the first date that this is so, if it was not always
   * @param validUntil the last date that this is so, if it ends
   */
  public record WeeklyHours(
      @NotEmpty Set<@NotNull DayOfWeek> days,
      @Defaulted Boolean allDay,
      @Nullable LocalTime from,
      @Nullable LocalTime to,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {

    public WeeklyHours {
      days = Copies.enums(days);
      allDay = Objects.requireNonNullElse(allDay, false);
    }
  }

  /**
   * One date with hours of its own.
   *
   * @param date the date
   * @param hours when it is open; empty for closed
   * @param reason for administrators, at most 200 characters
   */
  public record DayException(
      @NotNull LocalDate date,
      @Defaulted @Size(max = 10) List<@NotNull @Valid Opening> hours,
      @Size(max = 200) @Nullable String reason) {

    public DayException {
      hours = Copies.list(hours);
    }
  }

  /**
   * Open within one day.
   *
   * @param from when it opens
   * @param to when it closes; 00:00 is the end of the day
   */
  public record Opening(@NotNull LocalTime from, @NotNull LocalTime to) {}

  /**
   * Closed dates.
   *
   * @param from the first date
   * @param to the last date; the first one if left out
   * @param reason what is celebrated, at most 200 characters
   */
  public record Holiday(
      @NotNull LocalDate from, @Nullable LocalDate to, @NotBlank @Size(max = 200) String reason) {}

  public OperatingHours {
    weekly = Copies.list(weekly);
    exceptions = Copies.list(exceptions);
    holidays = Copies.list(holidays);
  }

  @Override
  public Kind kind() {
    return Kind.OPERATING_HOURS;
  }
}
