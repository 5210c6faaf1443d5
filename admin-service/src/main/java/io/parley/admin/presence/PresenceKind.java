package io.parley.admin.presence;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.events.Presence;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.CustomPresence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The rules of custom presences (domain/distribution.md §8.1). */
@ApplicationScoped
class PresenceKind implements ObjectKind<CustomPresence> {

  @Override
  public Kind kind() {
    return Kind.CUSTOM_PRESENCE;
  }

  @Override
  public Class<CustomPresence> type() {
    return CustomPresence.class;
  }

  @Override
  public String name(CustomPresence definition) {
    return definition.name();
  }

  @Override
  public CustomPresence check(CustomPresence given, Candidate<CustomPresence> candidate) {
    String name = given.name().strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    for (Presence base : Presence.values()) {
      if (base.name().equals(name)) {
        candidate.findings().add("/name", "is the name of a base presence, which is always there");
      }
    }
    return given;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
