package io.parley.outbound.dispatch;

import io.parley.channels.LookUpResult;
import io.parley.channels.SendResult;
import io.parley.outbound.receipt.Receipt.AtProvider;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What came of an errand; not yet recorded. */
sealed interface Outcome {

  /** The message it was about. */
  UUID messageId();

  /** The attempt it was about. */
  int attempt();

  /** The account of the call. */
  UUID accountId();

  /** When the call began. */
  Instant startedAt();

  /** Whether the provider refused the message because the customer does not want it. */
  boolean endsConsent();

  /** The provider's id of the message, when the outcome tells it. */
  Optional<AtProvider> atProvider();

  /**
   * Of a call that sends.
   *
   * @param accountId the account it was sent through
   * @param startedAt when the attempt began
   * @param answered whether there was any answer
   */
  record Sent(
      UUID messageId,
      int attempt,
      UUID accountId,
      Instant startedAt,
      SendResult result,
      boolean answered)
      implements Outcome {

    @Override
    public boolean endsConsent() {
      return result instanceof SendResult.Refused refused && refused.optedOut();
    }

    @Override
    public Optional<AtProvider> atProvider() {
      return result instanceof SendResult.Accepted accepted
          ? Optional.of(new AtProvider(accountId, accepted.providerMessageId()))
          : Optional.empty();
    }
  }

  /**
   * Of a question about an earlier attempt.
   *
   * @param question which one it was
   * @param askedAt the provider's answer is about no earlier instant
   */
  record Asked(
      UUID messageId,
      int attempt,
      int question,
      UUID accountId,
      Instant askedAt,
      LookUpResult result)
      implements Outcome {

    @Override
    public Instant startedAt() {
      return askedAt;
    }

    @Override
    public boolean endsConsent() {
      return result instanceof LookUpResult.Refused refused && refused.refusal().optedOut();
    }

    @Override
    public Optional<AtProvider> atProvider() {
      return result instanceof LookUpResult.Found found
          ? Optional.of(new AtProvider(accountId, found.providerMessageId()))
          : Optional.empty();
    }
  }
}
