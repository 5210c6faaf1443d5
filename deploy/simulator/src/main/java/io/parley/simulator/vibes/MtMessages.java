package io.parley.simulator.vibes;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Segments;
import io.parley.simulator.recording.MessageKey;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /MessageApi/mt/messages} and the receipts that follow (vibes.md §2, §4). */
final class MtMessages {

  /** A message that was taken, with the receipts told so far. */
  private record Sent(
      String account, String id, MtMessage message, Instant at, List<String> receipts) {
    Sent with(String receipt) {
      List<String> more = new ArrayList<>(receipts);
      more.add(receipt);
      return new Sent(account, id, message, at, more);
    }
  }

  private final Environment environment;
  private final Journeys journeys;
  private final Bounded<String, Sent> kept;

  MtMessages(Environment environment) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.kept = new Bounded<>(environment.keepMessages());
  }

  void clear() {
    kept.clear();
  }

  /** Takes a message, or tells in a 200 that it does not. */
  Answer send(FaultSubject subject, VibesSettings account, MtMessage message, Request request) {
    if (!account.owns(message.source(), message.sourceType())) {
      return VibesError.inBody(message.submitterMessageId(), "Source not leased", "8");
    }
    Optional<String> customer = message.customer();
    if (customer.isEmpty()) {
      return VibesError.inBody(message.submitterMessageId(), "Invalid destination", "26");
    }
    if (!account.companyIds().isEmpty() && !account.companyIds().contains(message.companyId())) {
      return VibesError.inBody(message.submitterMessageId(), "Subscription not found", "15");
    }
    String id = UUID.randomUUID().toString();
    environment.took(subject, id, request);
    kept.put(
        id, new Sent(subject.account(), id, message, environment.clock().instant(), List.of()));
    start(subject, account, message, id);
    String carrier =
        message.carrier().isEmpty() ? account.carrierOf(customer.get()) : message.carrier();
    String submitter =
        message.submitterMessageId().isEmpty()
            ? ""
            : Xml.attribute("submitterMessageId", message.submitterMessageId());
    return Answer.text(
        200,
        "text/xml",
        "<mtMessageRsp"
            + Xml.attribute("messageId", id)
            + submitter
            + Xml.attribute("carrier", carrier)
            + Xml.attribute("splitLongMessage", String.valueOf(message.split()))
            + "/>");
  }

  /** One message, its receipts or its parts. */
  Answer read(String account, String id, String what) {
    return kept.get(id)
        .filter(sent -> sent.account().equals(account))
        .map(sent -> Answer.text(200, "text/xml", Xml.DECLARATION + shown(sent, what)))
        .orElseGet(() -> VibesError.system(404, "No such message"));
  }

  private static String shown(Sent sent, String what) {
    int parts = Segments.of(sent.message().delivered());
    String attributes =
        Xml.attribute("messageId", sent.id())
            + Xml.attribute("submitDate", sent.at().toString())
            + Xml.attribute("isMultipart", String.valueOf(parts > 1))
            + Xml.attribute("noOfParts", String.valueOf(parts));
    return switch (what) {
      case "responses" ->
          "<mtMessageResponses>"
              + String.join("", sent.receipts()).replace(Xml.DECLARATION, "")
              + "</mtMessageResponses>";
      case "parts" -> "<mtMessageParts" + attributes + "/>";
      default ->
          "<mtMessage"
              + attributes
              + "><text>"
              + Xml.escaped(sent.message().delivered())
              + "</text></mtMessage>";
    };
  }

  private void start(FaultSubject subject, VibesSettings account, MtMessage message, String id) {
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    Receipt.Failure failure =
        environment
            .fault(Fault.OnOutcome.class, subject)
            .map(
                fault ->
                    switch (fault) {
                      case Fault.FailLater later ->
                          Receipt.Failure.of(later.errorCode().text(), later.errorMessage());
                    })
            .orElse(null);
    if (message.callbackUrl().isEmpty()) {
      return;
    }
    URI url = new Endpoint(message.callbackUrl(), account.deliverTo()).address();
    MessageKey key = new MessageKey(Vibes.NAME, subject.account(), id);
    List<Step<Receipt>> steps = ReceiptPlan.of(account, message, id, failure);
    journeys.start(
        steps,
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(Receipt receipt) {
            kept.change(id, sent -> sent.with(xml(account, message, receipt)));
          }

          @Override
          public void report(Receipt receipt) throws InterruptedException {
            journeys.report(
                key,
                receipt.shown(),
                VibesWebhook.of(
                    "status", id, url, Optional.empty(), xml(account, message, receipt)),
                account.retries());
          }
        });
  }

  private String xml(VibesSettings account, MtMessage message, Receipt receipt) {
    return receipt.xml(
        account.bareReceipts() ? "" : message.submitterMessageId(),
        account.bareReceipts(),
        environment.clock().instant());
  }
}
