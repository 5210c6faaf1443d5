package io.parley.simulator.journey;

/** A message on its way, as its provider handles it. */
public interface Traveller<S> {

  /** The message is now in this state; may be told twice or out of order. */
  void reach(S state);

  /**
   * Tells the sender, where there is somebody to tell; waits for the answer.
   *
   * @throws InterruptedException when the simulator stops
   */
  void report(S state) throws InterruptedException;
}
