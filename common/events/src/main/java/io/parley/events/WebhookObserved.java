package io.parley.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last call that was accepted, or the last one that was refused, at one webhook URL of an
 * account. Accepted and refused calls are records of their own, so that what one instance has seen
 * does not replace what another one has.
 *
 * @param accountId the account whose URL was called
 * @param purpose what the URL is for
 * @param at when the call came, by the clock of the instance that took it
 * @param from network address of who called, if it is known
 * @param instance the instance of ingress that took it; a new one with every start
 * @param count how many calls of this outcome that instance has taken at this URL
 * @param earlierSecrets the secret fields that it was authenticated by in their earlier value;
 *     empty where the present ones fitted, or none
 * @param earlierKey whether it came to the earlier URL
 * @param refused why it was refused; absent when it was accepted
 */
public record WebhookObserved(
    UUID accountId,
    Purpose purpose,
    Instant at,
    @Nullable String from,
    UUID instance,
    long count,
    List<String> earlierSecrets,
    boolean earlierKey,
    @Nullable Refused refused)
    implements EventData {

  public WebhookObserved {
    earlierSecrets = List.copyOf(earlierSecrets);
  }

  /** What a webhook URL is for. */
  public enum Purpose {
    /** Messages of customers. */
    INBOUND,
    /** Reports about messages of ours. */
    STATUS,
    /** Both, at one URL. */
    INBOUND_AND_STATUS,
    /** A path below the account's URL that was given to nobody. */
    OTHER
  }

  /**
   * Why a call was refused. Neither body nor signature is in it.
   *
   * @param status HTTP status of the answer
   * @param reason in words
   * @param header the header that was missing or wrong, where it was one
   * @param signedUrl the URL that the signature was checked against, where the provider signs it
   */
  public record Refused(
      int status, String reason, @Nullable String header, @Nullable String signedUrl) {}

  /** The record's key: one for each URL and outcome. */
  public String key() {
    return accountId + "/" + purpose + "/" + (refused == null ? "ACCEPTED" : "REFUSED");
  }
}
