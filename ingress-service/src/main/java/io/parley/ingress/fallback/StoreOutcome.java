package io.parley.ingress.fallback;

/** What became of a record that was to be stored. */
public enum StoreOutcome {
  /** It is committed, and will be forwarded. */
  STORED,
  /** It is not stored, because nothing waits any more: it can go to Kafka. */
  NOTHING_WAITS
}
