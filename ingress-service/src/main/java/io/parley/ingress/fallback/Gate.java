package io.parley.ingress.fallback;

/**
 * Which way records of this instance go: straight to Kafka, or into the table first. Immutable; the
 * moves are the whole state machine.
 */
public sealed interface Gate {

  /** How an instance starts: rows of its former life may still wait, so it looks first. */
  Gate AT_START = new Diverted(true);

  /** Nothing waits in the table, as far as is known: records go to Kafka. */
  record Direct() implements Gate {}

  /**
   * Records go to the table.
   *
   * @param owed whether something acknowledged is known or suspected to wait there, which nothing
   *     may overtake; false only between a failed publication and the table's answer
   */
  record Diverted(boolean owed) implements Gate {}

  /** Kafka did not take a record. */
  default Gate publicationFailed() {
    return switch (this) {
      case Direct direct -> new Diverted(false);
      case Diverted diverted -> diverted;
    };
  }

  /** The table was seen with rows in it, of this instance or of another. */
  default Gate seenOccupied() {
    return new Diverted(true);
  }

  /**
   * The table was seen empty while no instance was storing: everything that was acknowledged is on
   * Kafka.
   */
  default Gate seenEmpty() {
    return new Direct();
  }

  /**
   * The table did not take a record. Where nothing is owed, Kafka is asked again next time, so that
   * PostgreSQL's absence does not outlast Kafka's.
   */
  default Gate storingFailed() {
    return switch (this) {
      case Direct direct -> direct;
      case Diverted diverted -> diverted.owed() ? diverted : new Direct();
    };
  }
}
