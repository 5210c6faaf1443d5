package io.parley.admin.workstream;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.validation.Durations;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Workstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The rules of workstreams (domain/workstreams-and-routing.md §1). */
@ApplicationScoped
class WorkstreamKind implements ObjectKind<Workstream> {

  private static final Durations AUTO_CLOSE =
      new Durations(Duration.ofMinutes(1), Duration.ofDays(3_650));
  private static final Durations OFFER = new Durations(Duration.ofSeconds(5), Duration.ofDays(1));

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
    return List.of(new ReferencePath("/fallbackQueueId", Kind.QUEUE));
  }

  @Override
  public Workstream check(Workstream given, Candidate<Workstream> candidate) {
    AUTO_CLOSE.require(
        "/autoCloseAfterInactivity", given.autoCloseAfterInactivity(), candidate.findings());
    OFFER.require("/offerTimeout", given.offerTimeout(), candidate.findings());
    candidate
        .before()
        .map(Entry::definition)
        .filter(before -> before.channel() != given.channel())
        .ifPresent(
            before ->
                candidate
                    .findings()
                    .add("/channel", "cannot be changed: create another workstream"));
    return given;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
