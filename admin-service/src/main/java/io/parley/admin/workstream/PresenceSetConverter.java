package io.parley.admin.workstream;

import io.parley.admin.configuration.EnumSetConverter;
import io.parley.events.Presence;
import jakarta.persistence.Converter;

/** Presences in one column. */
@Converter
class PresenceSetConverter extends EnumSetConverter<Presence> {

  PresenceSetConverter() {
    super(Presence.class);
  }
}
