package io.parley.admin.capacity;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.events.configuration.CapacityProfile;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of capacity profiles (domain/distribution.md §7.2). */
@ApplicationScoped
class CapacityProfileKind implements ObjectKind<CapacityProfile> {

  @Override
  public Kind kind() {
    return Kind.CAPACITY_PROFILE;
  }

  @Override
  public Class<CapacityProfile> type() {
    return CapacityProfile.class;
  }

  @Override
  public String name(CapacityProfile definition) {
    return definition.name();
  }

  @Override
  public CapacityProfile check(CapacityProfile given, Candidate<CapacityProfile> candidate) {
    candidate
        .before()
        .filter(before -> before.definition().resetFrequency() != given.resetFrequency())
        .ifPresent(
            before ->
                candidate
                    .findings()
                    .add("/resetFrequency", "cannot be changed: create another profile"));
    return given;
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }
}
