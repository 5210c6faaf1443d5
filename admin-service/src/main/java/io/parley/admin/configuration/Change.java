package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one object.
 *
 * @param kind what sort of object it is
 * @param id its id
 * @param before as it was, without secrets; absent when it was created
 * @param after as it is, without secrets; absent when it was deleted
 * @param published as every service gets it; absent when it was deleted
 */
record Change(
    ConfigurationObject.Kind kind,
    UUID id,
    @Nullable Object before,
    @Nullable Object after,
    @Nullable ConfigurationObject published) {

  /** What was done. */
  enum Action {
    CREATED,
    REPLACED,
    DELETED
  }

  Action action() {
    if (before == null) {
      return Action.CREATED;
    }
    return after == null ? Action.DELETED : Action.REPLACED;
  }
}
