package io.parley.admin.deadletter;

/** What was done about a dead letter. */
enum LetterState {
  /** Nothing yet. */
  OPEN,
  /** It was published or read again; whether that helped is seen by what is on the list. */
  REPLAYED,
  /** Somebody decided that nothing is to be done. */
  DISCARDED
}
