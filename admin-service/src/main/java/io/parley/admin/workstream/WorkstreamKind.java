package io.parley.admin.workstream;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.validation.Durations;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Workstream;
import io.parley.events.configuration.Workstream.DistributionMode;
import io.parley.events.configuration.Workstream.WrapUp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rules of workstreams (domain/workstreams-and-routing.md §1). */
@ApplicationScoped
class WorkstreamKind implements ObjectKind<Workstream> {

  private static final String FIXED = "cannot be changed: create another workstream";
  private static final Durations AUTO_CLOSE =
      new Durations(Duration.ofMinutes(1), Duration.ofDays(3_650));
  private static final Durations OFFER = new Durations(Duration.ofSeconds(5), Duration.ofDays(1));
  private static final Durations WRAP_UP = new Durations(Duration.ofSeconds(1), Duration.ofDays(1));

  @Override
  public Kind kind() {
    return Kind.WORKSTREAM;
  }

  @Override
  public Class<Workstream> type() {
    return Workstream.class;
  }

  @Override
  public String name(Workstream definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath("/businessUnitId", Kind.BUSINESS_UNIT),
        new ReferencePath("/fallbackQueueId", Kind.QUEUE),
        new ReferencePath("/botId", Kind.BOT),
        new ReferencePath("/capacityProfileIds/*", Kind.CAPACITY_PROFILE));
  }

  @Override
  public Workstream check(Workstream given, Candidate<Workstream> candidate) {
    Findings findings = candidate.findings();
    AUTO_CLOSE.require("/autoCloseAfterInactivity", given.autoCloseAfterInactivity(), findings);
    OFFER.require("/offerTimeout", given.offerTimeout(), findings);
    checkWrapUp(given, findings);
    if (given.botId() != null && given.distributionMode() == DistributionMode.PICK) {
      findings.add("/botId", "works only where conversations are offered: distributionMode PUSH");
    }
    Set<UUID> profiles = new HashSet<>();
    for (int i = 0; i < given.capacityProfileIds().size(); i++) {
      if (!profiles.add(given.capacityProfileIds().get(i))) {
        findings.add("/capacityProfileIds/" + i, "stands in the list twice");
      }
    }
    candidate
        .before()
        .map(Entry::definition)
        .ifPresent(before -> requireSame(before, given, findings));
    return given;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }

  private static void checkWrapUp(Workstream given, Findings findings) {
    boolean timed = given.wrapUp() == WrapUp.TIME;
    if (given.wrapUpTime() == null) {
      if (timed) {
        findings.add("/wrapUpTime", "is needed if wrapUp is TIME");
      }
    } else if (timed) {
      WRAP_UP.require("/wrapUpTime", given.wrapUpTime(), findings);
    } else {
      findings.add("/wrapUpTime", "has no meaning unless wrapUp is TIME");
    }
  }

  private static void requireSame(Workstream before, Workstream given, Findings findings) {
    if (before.channel() != given.channel()) {
      findings.add("/channel", FIXED);
    }
    if (before.distributionMode() != given.distributionMode()) {
      findings.add("/distributionMode", FIXED);
    }
  }
}
