package io.parley.events;

/**
 * Which part of a long message a report is about, where a provider reports part by part.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record MessagePart(int number, int of) {

  public MessagePart {
    if (number < 1 || of < number) {
      throw new IllegalArgumentException("part " + number + " of " + of);
    }
  }
}
