package io.parley.admin.queue;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rules of queues (domain/distribution.md §1). An agent sees his or her own. */
@ApplicationScoped
class QueueKind implements ObjectKind<Queue> {

  @Override
  public Kind kind() {
    return Kind.QUEUE;
  }

  @Override
  public Class<Queue> type() {
    return Queue.class;
  }

  @Override
  public String name(Queue definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(new ReferencePath("/members/*", Kind.USER));
  }

  @Override
  public Queue check(Queue given, Candidate<Queue> candidate) {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < given.members().size(); i++) {
      UUID member = given.members().get(i);
      User user = candidate.all().definition(member, User.class).orElseThrow();
      if (!user.roles().contains(Role.AGENT)) {
        candidate.findings().add("/members/" + i, "must be a user with the role AGENT");
      } else if (!seen.add(member)) {
        candidate.findings().add("/members/" + i, "stands in the list twice");
      }
    }
    return given;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK.withSupervisorFields("members");
  }

  @Override
  public boolean isVisible(Entry<Queue> entry, Sight sight, ConfiguredObjects all) {
    return sight.seesEverything() || entry.definition().members().contains(sight.user());
  }
}
