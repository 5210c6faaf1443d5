package io.parley.outbound.dispatch;

import io.parley.channels.LookUpResult;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.outbound.customer.ConsentNews;
import io.parley.outbound.customer.CustomerLedger;
import io.parley.outbound.message.Change;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.MessageLedger;
import io.parley.outbound.receipt.Meanings;
import io.parley.outbound.receipt.Receipt;
import io.parley.outbound.receipt.Receipt.AtProvider;
import io.parley.outbound.receipt.ReceiptLedger;
import io.parley.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Records what came of errands, and joins the receipts that were faster than the answer. */
@ApplicationScoped
class Conclusions {

  private static final Logger LOG = Logger.getLogger(Conclusions.class);

  private final MessageLedger messages;
  private final ReceiptLedger receipts;
  private final CustomerLedger customers;
  private final AttemptLedger attempts;
  private final Meanings meanings;
  private final Verdict verdict;

  Conclusions(
      MessageLedger messages,
      ReceiptLedger receipts,
      CustomerLedger customers,
      AttemptLedger attempts,
      Meanings meanings,
      DispatchConfiguration configuration,
      RandomGenerator random) {
    this.messages = messages;
    this.receipts = receipts;
    this.customers = customers;
    this.attempts = attempts;
    this.meanings = meanings;
    this.verdict = new Verdict(configuration, random);
  }

  void record(Transaction transaction, List<Outcome> outcomes, Instant now) {
    if (outcomes.isEmpty()) {
      return;
    }
    List<AtProvider> ids =
        outcomes.stream().map(Outcome::atProvider).flatMap(Optional::stream).toList();
    receipts.lock(transaction, ids);
    Map<UUID, Message> found =
        messages.lock(transaction, outcomes.stream().map(Outcome::messageId).toList());
    List<Outcome> credible = credible(transaction, outcomes, ids);
    Map<UUID, Message> current = new HashMap<>(found);
    Map<AtProvider, UUID> known = new LinkedHashMap<>();
    List<ConsentNews> consent = new ArrayList<>();
    for (Outcome outcome : credible) {
      Message message = current.get(outcome.messageId());
      if (message == null) {
        continue;
      }
      Message after = message.move(verdict.after(message, outcome, now), now);
      current.put(message.id(), after);
      outcome.atProvider().ifPresent(id -> note(after, id, known));
      if (outcome.endsConsent()) {
        // What the customer wrote during the call is newer than the provider's refusal.
        consent.add(Meanings.refusal(message.letter(), outcome.startedAt()));
      }
    }
    joinReceipts(transaction, known, current, consent, now);
    messages.write(
        transaction,
        found.values().stream()
            .map(before -> new Change(before, current.getOrDefault(before.id(), before)))
            .toList());
    attempts.end(transaction, credible, now);
    customers.consent(transaction, consent);
  }

  /**
   * Ends a message whose outcome cannot be recorded, so that neither its conversation nor the
   * questions about it go on for ever. A message that has moved on is left alone.
   */
  void setAside(Transaction transaction, Outcome outcome, Instant now) {
    Message message =
        messages.lock(transaction, List.of(outcome.messageId())).get(outcome.messageId());
    if (message != null) {
      messages.write(
          transaction,
          List.of(
              new Change(message, message.move(Verdict.unrecordable(message, outcome, now), now))));
      attempts.end(transaction, List.of(open(outcome, Verdict.NOT_RECORDED)), now);
    }
  }

  private static void note(Message message, AtProvider id, Map<AtProvider, UUID> known) {
    if (message.mayBe(id.accountId(), id.providerMessageId())) {
      known.put(id, message.id());
    } else {
      LOG.errorf(
          "Provider has taken a message twice. messageId=%s providerMessageId=%s known=%s",
          message.id(), id.providerMessageId(), message.standing().providerMessageId());
    }
  }

  private void joinReceipts(
      Transaction transaction,
      Map<AtProvider, UUID> known,
      Map<UUID, Message> current,
      List<ConsentNews> consent,
      Instant now) {
    for (Receipt receipt : receipts.parked(transaction, known.keySet())) {
      UUID id = known.get(receipt.about());
      Message message = id == null ? null : current.get(id);
      if (message != null) {
        Meanings.Applied applied = meanings.apply(message, List.of(receipt), now);
        current.put(message.id(), applied.message());
        consent.addAll(applied.consent());
      }
    }
    receipts.join(transaction, known);
  }

  /**
   * What was found may, since the question was put, have turned out to be another message. Then
   * nothing was found out.
   */
  private List<Outcome> credible(
      Transaction transaction, List<Outcome> outcomes, List<AtProvider> ids) {
    Map<AtProvider, UUID> owners = new HashMap<>();
    Set<UUID> accounts = new HashSet<>();
    ids.forEach(id -> accounts.add(id.accountId()));
    for (UUID account : accounts) {
      List<String> ofAccount =
          ids.stream()
              .filter(id -> id.accountId().equals(account))
              .map(AtProvider::providerMessageId)
              .toList();
      messages
          .idsAtProvider(transaction, account, ofAccount)
          .forEach((id, message) -> owners.put(new AtProvider(account, id), message));
    }
    List<Outcome> credible = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      boolean taken =
          outcome
              .atProvider()
              .map(id -> owners.putIfAbsent(id, outcome.messageId()))
              .filter(owner -> !owner.equals(outcome.messageId()))
              .isPresent();
      credible.add(taken ? doubted(outcome) : outcome);
    }
    return credible;
  }

  private static Outcome doubted(Outcome outcome) {
    return open(
        outcome,
        new DeliveryReason(
            FailureCause.OUTCOME_UNKNOWN,
            "The provider named a message that is another one of ours.",
            null));
  }

  private static Outcome open(Outcome outcome, DeliveryReason why) {
    return switch (outcome) {
      case Outcome.Sent sent ->
          new Outcome.Sent(
              sent.messageId(),
              sent.attempt(),
              sent.accountId(),
              sent.startedAt(),
              new SendResult.Unknown(why),
              sent.answered());
      case Outcome.Asked asked ->
          new Outcome.Asked(
              asked.messageId(),
              asked.attempt(),
              asked.question(),
              asked.accountId(),
              asked.askedAt(),
              new LookUpResult.Unanswered(why));
    };
  }
}
