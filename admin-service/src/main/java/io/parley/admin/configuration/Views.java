package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects as callers and the audit see them: the definition, for each secret field whether it is
 * set and since when, and the version. Pure.
 */
final class Views {

  private Views() {}

  static ObjectNode of(Entry<?> entry) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", entry.id().toString());
    view.setAll(entry.body().deepCopy());
    switch (entry.type().secrecy()) {
      case NONE -> {}
      case SECRETS -> {
        ObjectNode secrets = view.putObject("secrets");
        entry.type().secretFields(entry.body()).forEach(name -> secrets.set(name, state(null)));
        new TreeMap<>(entry.sealed()).forEach((name, field) -> secrets.set(name, state(field)));
      }
      case PASSWORD -> {
        for (Map.Entry<String, Sealed> field : entry.sealed().entrySet()) {
          view.put(field.getKey() + "SetAt", field.getValue().setAt().toString());
        }
      }
    }
    view.setAll(entry.type().shownOwn(entry.own()));
    view.put("version", entry.version());
    view.put("createdAt", entry.createdAt().toString());
    view.put("changedAt", entry.changedAt().toString());
    return view;
  }

  private static ObjectNode state(@Nullable Sealed field) {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("set", field != null);
    if (field != null) {
      state.put("setAt", field.setAt().toString());
      Instant until = field.previousUntil();
      if (until != null) {
        state.put("previousAcceptedUntil", until.toString());
      }
    }
    return state;
  }
}
