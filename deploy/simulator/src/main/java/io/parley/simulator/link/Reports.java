package io.parley.simulator.link;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.MessageKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Delivery reports: one per part and state (link-mobility.md §5). */
final class Reports {

  private static final int HANDED_OVER = 1000;
  private static final int DELIVERED = 1001;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Oslo"));

  /**
   * What is told about one part.
   *
   * @param part from 0
   */
  record Report(int part, int code) {}

  private final Environment environment;
  private final Journeys journeys;

  Reports(Environment environment) {
    this.environment = environment;
    this.journeys = environment.journeys();
  }

  void start(Access.Account account, SendCheck.Draft draft, String id, FaultSubject subject) {
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    int last =
        environment
            .fault(Fault.OnOutcome.class, subject)
            .map(
                fault ->
                    switch (fault) {
                      case Fault.FailLater later -> later.errorCode().number();
                    })
            .orElse(DELIVERED);
    Instant sent = environment.clock().instant();
    MessageKey message = new MessageKey(Link.NAME, account.id(), id);
    journeys.start(
        steps(account.settings(), draft.segments(), last),
        spoilt,
        new Traveller<>() {
          @Override
          public void reach(Report report) {}

          @Override
          public void report(Report report) throws InterruptedException {
            for (Gate gate : draft.gates()) {
              Map<String, @Nullable Object> body = body(draft, id, report, sent, sent);
              GateCalls.make(
                  "status",
                  id,
                  account.settings(),
                  gate,
                  body,
                  templateFields(draft, body),
                  SignatureKind.VALID,
                  (webhook, policy) ->
                      journeys.report(message, String.valueOf(report.code()), webhook, policy));
            }
          }
        });
  }

  /** Every part is handed over, then every part ends; a failure strikes the last part. */
  private static List<Step<Report>> steps(LinkSettings account, int parts, int last) {
    List<Step<Report>> steps = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      steps.add(Step.of(new Report(part, HANDED_OVER), part == 0 ? account.delays().sentMs() : 0));
    }
    for (int part = 0; part < parts; part++) {
      int code = part == parts - 1 ? last : DELIVERED;
      steps.add(Step.of(new Report(part, code), part == 0 ? account.delays().deliveredMs() : 0));
    }
    return steps;
  }

  /**
   * The report as JSON.
   *
   * @param sent when the message was handed over
   * @param status the operator's time, which for a delivery is shown two seconds before {@code
   *     sent}: operators' clocks differ
   */
  static Map<String, @Nullable Object> body(
      SendCheck.Draft draft, String id, Report report, Instant sent, Instant status) {
    boolean known = report.code() != 2106;
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("refId", draft.refId());
    body.put("id", draft.segments() == 1 ? id : id + "$" + report.part());
    body.put("operator", known ? "no.telia" : null);
    body.put("sentTimestamp", seconds(sent));
    body.put("timestamp", seconds(known ? status.minusSeconds(2) : status));
    body.put("resultCode", report.code());
    body.put("operatorResultCode", known ? "0" : null);
    body.put("segments", draft.segments());
    body.put("gateCustomParameters", Map.of());
    body.put(
        "customParameters",
        known ? Map.of("received", LOCAL.format(sent.plusSeconds(1))) : Map.of());
    return body;
  }

  private static Map<String, Object> templateFields(
      SendCheck.Draft draft, Map<String, @Nullable Object> body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    body.forEach((name, value) -> fields.put(name, value == null ? "" : value));
    fields.put("source", draft.source());
    fields.put("destination", draft.destination());
    return fields;
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
