package io.parley.admin.propagation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the configuration has got.
 *
 * @param version of the whole configuration, rising with every committed change
 * @param committedAt when it was committed; absent when nothing was ever changed
 * @param inForceEverywhere whether every instance decides by it
 * @param instances of the services, by name
 */
@Schema(name = "ConfigurationVersion")
record PropagationView(
    long version,
    @Nullable Instant committedAt,
    boolean inForceEverywhere,
    List<InstanceView> instances) {

  PropagationView {
    instances = List.copyOf(instances);
  }

  /**
   * One instance of a service.
   *
   * @param service its service
   * @param instance tells apart the instances of a service
   * @param version what it decides by
   * @param behind how many versions have been committed since
   * @param appliedAt since when it decides by it
   * @param startedAt when it started
   * @param heardAt when it last gave a sign of life
   * @param silent whether signs of life are missing: it is gone, or cut off
   */
  @Schema(name = "ConfigurationInstance")
  record InstanceView(
      String service,
      String instance,
      long version,
      long behind,
      Instant appliedAt,
      Instant startedAt,
      Instant heardAt,
      boolean silent) {}

  static PropagationView of(
      Committed.Version committed, boolean inForce, List<Instances.Heard> heard, Instant now) {
    return new PropagationView(
        committed.version(),
        committed.at(),
        inForce,
        heard.stream().map(one -> instance(one, committed.version(), now)).toList());
  }

  private static InstanceView instance(Instances.Heard heard, long committed, Instant now) {
    return new InstanceView(
        heard.applied().service(),
        heard.applied().instance(),
        heard.applied().version(),
        Math.max(0, committed - heard.applied().version()),
        heard.applied().appliedAt(),
        heard.applied().startedAt(),
        heard.heardAt(),
        heard.isSilent(now));
  }
}
