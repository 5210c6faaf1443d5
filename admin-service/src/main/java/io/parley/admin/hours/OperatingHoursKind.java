package io.parley.admin.hours;

import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.OperatingHours;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of operating hours (domain/automation-and-bots.md §3). */
@ApplicationScoped
class OperatingHoursKind implements ObjectKind<OperatingHours> {

  @Override
  public Kind kind() {
    return Kind.OPERATING_HOURS;
  }

  @Override
  public Class<OperatingHours> type() {
    return OperatingHours.class;
  }

  @Override
  public String name(OperatingHours definition) {
    return definition.name();
  }

  @Override
  public OperatingHours check(OperatingHours given, Candidate<OperatingHours> candidate) {
    new CalendarCheck(given, candidate.findings()).run();
    return given;
  }
}
