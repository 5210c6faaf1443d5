package io.parley.outbound.message;

import io.parley.events.DeliveryReason;
import io.parley.events.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands. Each state carries only what is true in it and offers only the moves that
 * are legal from it. News that a provider has taken the message may come in any state and any
 * order; {@link #after} is the one rule for them.
 */
public sealed interface Standing {

  /** The state as others see it. */
  DeliveryState state();

  /** The provider's id, once known. */
  default @Nullable String providerMessageId() {
    return null;
  }

  /** The provider's word for the state, when it came from a report. */
  default @Nullable String providerStatus() {
    return null;
  }

  /** Why, when the state is a failure or a wait. */
  default @Nullable DeliveryReason reason() {
    return null;
  }

  /**
   * This state after news from the provider. The higher rank wins, so the order and the number of
   * reports never matter (providers/twilio-sms.md §5.2):
   *
   * <ol>
   *   <li>open states, and conclusions of ours without the provider having taken the message: any
   *       report is better knowledge;
   *   <li>sent, then failed, undelivered, rejected as the provider reports them;
   *   <li>delivered, then read: what was on the device is not undone by a contradicting failure,
   *       and a failure is corrected by a later proof of delivery.
   * </ol>
   *
   * A report that loses is kept in the list of reports.
   */
  default Standing after(Concluded news) {
    return rank(news) > rank(this) ? news : this;
  }

  private static int rank(Standing standing) {
    if (standing.providerMessageId() == null) {
      return 0;
    }
    return switch (standing) {
      case Open open -> 0;
      case Unknown unknown -> 0;
      case Sent sent -> 1;
      case Failed failed -> 2;
      case Undelivered undelivered -> 3;
      case Rejected rejected -> 4;
      case Delivered delivered -> 5;
      case Read read -> 6;
    };
  }

  /** It is not yet finished being sent, so it holds back the later ones of its conversation. */
  sealed interface Open extends Standing {

    /** When something has to be done about it. */
    Instant dueAt();

    /** Since when an attempt may have reached the provider unnoticed; null when none can have. */
    @Nullable Instant suspectSince();
  }

  /** It is sent, or will not be sent. */
  sealed interface Concluded extends Standing {}

  /**
   * It waits for its turn or for its next attempt.
   *
   * @param dueAt not before
   * @param reason why it waits for another attempt; null before the first
   */
  record Queued(Instant dueAt, @Nullable DeliveryReason reason, @Nullable Instant suspectSince)
      implements Open {

    @Override
    public DeliveryState state() {
      return DeliveryState.QUEUED;
    }

    /** The call begins. */
    public Calling call(Instant now, Instant leaseUntil) {
      return new Calling(now, leaseUntil, suspectSince == null ? now : suspectSince);
    }

    /** A rule of the channel or the customer's wish stands against it. */
    public Rejected refuse(DeliveryReason why) {
      return new Rejected(null, null, why);
    }
  }

  /**
   * A call is under way.
   *
   * @param startedAt when it began
   * @param leaseUntil after this nobody waits for its answer any more
   */
  record Calling(Instant startedAt, Instant leaseUntil, Instant suspectSince) implements Open {

    @Override
    public DeliveryState state() {
      return DeliveryState.SENDING;
    }

    @Override
    public Instant dueAt() {
      return leaseUntil;
    }

    /** Whether a call that takes so long at most would end before somebody else looks it up. */
    public boolean leavesTimeFor(Duration call, Instant now) {
      return !now.plus(call).isAfter(leaseUntil);
    }

    /** The provider took it. */
    public Sent accepted(String providerMessageId) {
      return new Sent(providerMessageId, null);
    }

    /** The provider refused it for good. */
    public Rejected refused(DeliveryReason why) {
      return new Rejected(null, null, why);
    }

    /** The provider certainly did not take it; another attempt follows. */
    public Queued retry(Instant at, DeliveryReason why) {
      return new Queued(at, why, suspectSince.equals(startedAt) ? null : suspectSince);
    }

    /** The provider certainly did not take it, and no attempt follows. */
    public Failed giveUp(DeliveryReason why) {
      return new Failed(null, null, why);
    }

    /** Nobody knows whether the provider took it. */
    public Resolving lost(Instant askAt, Instant absenceCountsFrom, DeliveryReason why) {
      return new Resolving(suspectSince, absenceCountsFrom, 0, askAt, why);
    }
  }

  /**
   * It is being found out whether the provider took it.
   *
   * @param suspectSince when the first doubtful call began
   * @param absenceCountsFrom before this a call may still be on its way, so that not finding the
   *     message proves nothing
   * @param questions how often the provider has been asked
   * @param dueAt when to ask next
   */
  record Resolving(
      Instant suspectSince,
      Instant absenceCountsFrom,
      int questions,
      Instant dueAt,
      DeliveryReason reason)
      implements Open {

    @Override
    public DeliveryState state() {
      return DeliveryState.SENDING;
    }

    /** A question is under way. */
    public Resolving ask(Instant leaseUntil) {
      return new Resolving(suspectSince, absenceCountsFrom, questions + 1, leaseUntil, reason);
    }

    /** The question is put again later. */
    public Resolving askAgain(Instant at) {
      return new Resolving(suspectSince, absenceCountsFrom, questions, at, reason);
    }

    /** The provider has it. */
    public Sent found(String providerMessageId) {
      return new Sent(providerMessageId, null);
    }

    /** The provider does not have it. */
    public Queued absent(Instant nextAt) {
      return new Queued(nextAt, reason, suspectSince);
    }

    /** The provider does not have it, and no attempt follows. */
    public Failed giveUp(DeliveryReason why) {
      return new Failed(null, null, why);
    }

    /** The provider does not have it and refuses it for good. */
    public Rejected refused(DeliveryReason why) {
      return new Rejected(null, null, why);
    }

    /** It cannot be found out. It is never sent again by itself. */
    public Unknown undecidable(DeliveryReason why) {
      return new Unknown(why);
    }
  }

  /** The provider has taken it. */
  record Sent(String providerMessageId, @Nullable String providerStatus) implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.SENT;
    }
  }

  /** It is on the customer's device. */
  record Delivered(String providerMessageId, @Nullable String providerStatus) implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.DELIVERED;
    }
  }

  /** The customer has read it. */
  record Read(String providerMessageId, @Nullable String providerStatus) implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.READ;
    }
  }

  /** The carrier could not or would not deliver it. */
  record Undelivered(
      String providerMessageId, @Nullable String providerStatus, DeliveryReason reason)
      implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.UNDELIVERED;
    }
  }

  /** It was given up here, or the provider, which then has an id for it, did not hand it on. */
  record Failed(
      @Nullable String providerMessageId, @Nullable String providerStatus, DeliveryReason reason)
      implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.FAILED;
    }
  }

  /** It was refused: here, by the call, or, with an id, after the provider had taken it. */
  record Rejected(
      @Nullable String providerMessageId, @Nullable String providerStatus, DeliveryReason reason)
      implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.REJECTED;
    }
  }

  /** Nobody can tell whether the provider took it. */
  record Unknown(DeliveryReason reason) implements Concluded {

    @Override
    public DeliveryState state() {
      return DeliveryState.UNKNOWN;
    }
  }
}
