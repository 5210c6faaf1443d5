package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject.Kind;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changes together, under one version.
 *
 * @param version of the configuration after it
 * @param changes in the order of publication; empty when nothing changes
 */
record ChangeSet(long version, List<Change> changes) {

  ChangeSet {
    changes = List.copyOf(changes);
  }

  /**
   * One change of one object.
   *
   * @param before as it was; absent when it is created
   * @param after as it is; absent when it is deleted
   */
  record Change(@Nullable Entry<?> before, @Nullable Entry<?> after) {

    /** What is done. */
    enum Action {
      CREATED,
      REPLACED,
      DELETED
    }

    Kind kind() {
      return either().kind();
    }

    UUID id() {
      return either().id();
    }

    Entry<?> either() {
      return after == null ? Objects.requireNonNull(before) : after;
    }

    Action action() {
      if (before == null) {
        return Action.CREATED;
      }
      return after == null ? Action.DELETED : Action.REPLACED;
    }

    /** Whether an administrator has changed something, so that it belongs into the audit. */
    boolean isOfDefinition() {
      return before == null || after == null || before.version() != after.version();
    }
  }
}
