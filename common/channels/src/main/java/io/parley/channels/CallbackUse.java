package io.parley.channels;

/**
 * A URL of ours that an administrator makes known to the provider.
 *
 * @param purpose what the provider uses it for
 * @param method HTTP method to choose there
 * @param subPath what follows the account's webhook URL: empty, or {@link CallbackUrl#SUB_PATH}
 * @param where where it is to be pasted, or to whom it is to be sent, in the provider's own words
 */
public record CallbackUse(Purpose purpose, String method, String subPath, String where) {

  /** What a provider calls us for. */
  public enum Purpose {
    /** Messages of customers. */
    INBOUND,
    /** Reports about messages of ours. */
    STATUS,
    /** Both, at one URL. */
    INBOUND_AND_STATUS
  }
}
