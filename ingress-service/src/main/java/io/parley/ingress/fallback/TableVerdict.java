package io.parley.ingress.fallback;

/** What a visit to the table came to. */
sealed interface TableVerdict {

  /** Nothing waits, nothing was stored, and no other instance was storing. */
  record Empty() implements TableVerdict {}

  /** Something waits; the records of this visit are stored. */
  record Occupied(Backlog backlog) implements TableVerdict {}

  /** It holds as much as it may: the records of this visit are not stored. */
  record Full(Backlog backlog) implements TableVerdict {}
}
