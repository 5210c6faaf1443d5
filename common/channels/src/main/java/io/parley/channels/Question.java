package io.parley.channels;

/**
 * A call that finds out whether an earlier attempt was taken.
 *
 * @param request the call
 * @param kind how it finds out
 */
public record Question(ProviderRequest request, Kind kind) {

  /** How a question finds out. */
  public enum Kind {
    /** It looks for a message like ours; another one with the same content could be found. */
    SEARCH,
    /**
     * It sends the message again with the id of the first attempt, so that the provider takes it
     * once at most. What stands against sending is judged before it.
     */
    REPEAT
  }
}
