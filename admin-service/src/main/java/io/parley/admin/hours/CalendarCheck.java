package io.parley.admin.hours;

import io.parley.admin.validation.Findings;
import io.parley.events.configuration.OperatingHours;
import io.parley.events.configuration.OperatingHours.DayException;
import io.parley.events.configuration.OperatingHours.Holiday;
import io.parley.events.configuration.OperatingHours.Opening;
import io.parley.events.configuration.OperatingHours.WeeklyHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with operating hours: no two entries may speak of the same time. */
final class CalendarCheck {

  private static final int SECONDS_OF_DAY = 24 * 60 * 60;
  private static final String OVERLAPS = "overlaps with an earlier one of the list";

  private final OperatingHours hours;
  private final Findings findings;

  CalendarCheck(OperatingHours hours, Findings findings) {
    this.hours = hours;
    this.findings = findings;
  }

  void run() {
    if (!ZoneId.getAvailableZoneIds().contains(hours.timeZone())) {
      findings.add("/timeZone", "must be a time zone of IANA, such as Europe/Lisbon");
    }
    for (int i = 0; i < hours.weekly().size(); i++) {
      weekly(hours.weekly().get(i), "/weekly/" + i);
    }
    disjoint(hours.weekly(), CalendarCheck::overlap, "/weekly");
    exceptions();
    for (int i = 0; i < hours.holidays().size(); i++) {
      Holiday holiday = hours.holidays().get(i);
      if (last(holiday).isBefore(holiday.from())) {
        findings.add("/holidays/" + i + "/to", "must not be before the first date");
      }
    }
    disjoint(hours.holidays(), CalendarCheck::overlap, "/holidays");
  }

  private void weekly(WeeklyHours entry, String place) {
    if (entry.allDay()) {
      if (entry.from() != null || entry.to() != null) {
        findings.add(place + "/allDay", "goes without from and to");
      }
    } else if (entry.from() == null) {
      findings.add(place + "/from", "is missing: say from and to, or allDay");
    } else if (entry.to() == null) {
      findings.add(place + "/to", "is missing: say from and to, or allDay");
    } else {
      inOrder(entry.from(), entry.to(), place);
    }
    if (entry.validFrom() != null
        && entry.validUntil() != null
        && entry.validUntil().isBefore(entry.validFrom())) {
      findings.add(place + "/validUntil", "must not be before validFrom");
    }
  }

  private void exceptions() {
    Set<LocalDate> dates = new HashSet<>();
    for (int i = 0; i < hours.exceptions().size(); i++) {
      DayException exception = hours.exceptions().get(i);
      String place = "/exceptions/" + i;
      if (!dates.add(exception.date())) {
        findings.add(place + "/date", "stands in the list twice");
      }
      if (hours.holidays().stream().anyMatch(holiday -> isOn(exception.date(), holiday))) {
        findings.add(place + "/date", "is a holiday: it is closed whatever else is said");
      }
      for (int k = 0; k < exception.hours().size(); k++) {
        Opening opening = exception.hours().get(k);
        inOrder(opening.from(), opening.to(), place + "/hours/" + k);
      }
      disjoint(
          exception.hours(),
          (one, other) -> overlap(one.from(), one.to(), other.from(), other.to()),
          place + "/hours");
    }
  }

  private void inOrder(LocalTime from, LocalTime to, String place) {
    if (end(to) <= from.toSecondOfDay()) {
      findings.add(
          place + "/to",
          "must be after from; 00:00 is the end of the day, and what follows belongs to the next"
              + " day");
    }
  }

  private <T> void disjoint(List<T> entries, BiPredicate<T, T> overlap, String place) {
    for (int i = 1; i < entries.size(); i++) {
      T entry = entries.get(i);
      if (entries.subList(0, i).stream().anyMatch(earlier -> overlap.test(earlier, entry))) {
        findings.add(place + "/" + i, OVERLAPS);
      }
    }
  }

  private static boolean overlap(WeeklyHours one, WeeklyHours other) {
    return !Collections.disjoint(one.days(), other.days())
        && !first(one.validFrom()).isAfter(last(other.validUntil()))
        && !first(other.validFrom()).isAfter(last(one.validUntil()))
        && overlap(start(one), end(one), start(other), end(other));
  }

  private static boolean overlap(Holiday one, Holiday other) {
    return !one.from().isAfter(last(other)) && !other.from().isAfter(last(one));
  }

  private static boolean overlap(LocalTime from, LocalTime to, LocalTime from2, LocalTime to2) {
    return overlap(from.toSecondOfDay(), end(to), from2.toSecondOfDay(), end(to2));
  }

  private static boolean overlap(int from, int to, int otherFrom, int otherTo) {
    return from < otherTo && otherFrom < to;
  }

  private static int start(WeeklyHours entry) {
    return entry.from() == null ? 0 : entry.from().toSecondOfDay();
  }

  private static int end(WeeklyHours entry) {
    return entry.to() == null ? SECONDS_OF_DAY : end(entry.to());
  }

  private static int end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? SECONDS_OF_DAY : to.toSecondOfDay();
  }

  private static LocalDate first(@Nullable LocalDate date) {
    return Objects.requireNonNullElse(date, LocalDate.MIN);
  }

  private static LocalDate last(@Nullable LocalDate date) {
    return Objects.requireNonNullElse(date, LocalDate.MAX);
  }

  private static LocalDate last(Holiday holiday) {
    return Objects.requireNonNullElse(holiday.to(), holiday.from());
  }

  private static boolean isOn(LocalDate date, Holiday holiday) {
    return !date.isBefore(holiday.from()) && !date.isAfter(last(holiday));
  }
}
