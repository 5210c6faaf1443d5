package io.parley.events.configuration;

/** Which values come first; whoever has no value comes last. */
public enum OrderDirection {
  ASCENDING,
  DESCENDING
}
