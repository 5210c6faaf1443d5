package io.parley.simulator.vibes;

import io.parley.simulator.journey.Step;
import io.parley.simulator.provider.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which receipts follow a message: for each part the system's, the carrier's, the handset's. */
final class ReceiptPlan {

  private final VibesSettings account;
  private final MtMessage message;
  private final List<Step<Receipt>> steps = new ArrayList<>();

  private ReceiptPlan(VibesSettings account, MtMessage message) {
    this.account = account;
    this.message = message;
  }

  /** A failure strikes the last part. */
  static List<Step<Receipt>> of(
      VibesSettings account, MtMessage message, String id, Receipt.@Nullable Failure failure) {
    ReceiptPlan plan = new ReceiptPlan(account, message);
    int parts = Math.max(1, Segments.of(message.delivered()));
    List<String> ids = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      ids.add(parts == 1 ? id : UUID.randomUUID().toString());
    }
    for (Receipt.Source source : Receipt.Source.values()) {
      for (int part = 1; part <= parts; part++) {
        plan.add(ids.get(part - 1), id, part, parts, source, part == parts ? failure : null);
      }
    }
    return plan.steps.stream().filter(step -> plan.isWanted(step.state())).toList();
  }

  private void add(
      String partId,
      String id,
      int part,
      int parts,
      Receipt.Source source,
      Receipt.@Nullable Failure failure) {
    if (source == Receipt.Source.HANDSET
        && account.noHandsetReceipts()
        && (failure == null || failure.source() != source)) {
      return;
    }
    int pause = part == 1 ? pause(source) : 0;
    if (failure == null || source.compareTo(failure.source()) < 0) {
      steps.add(Step.of(new Receipt(partId, id, part, parts, source, null, ""), pause));
    } else if (source == failure.source()) {
      boolean goesOn = message.alternateDelivery() && parts == 1;
      String other = goesOn ? UUID.randomUUID().toString() : "";
      steps.add(Step.of(new Receipt(partId, id, part, parts, source, failure, other), pause));
      if (goesOn) {
        for (Receipt.Source again : List.of(Receipt.Source.CARRIER, Receipt.Source.HANDSET)) {
          steps.add(Step.of(new Receipt(other, other, 1, 1, again, null, ""), pause(again)));
        }
      }
    }
  }

  private int pause(Receipt.Source source) {
    return switch (source) {
      case SYSTEM -> 0;
      case CARRIER -> account.delays().sentMs();
      case HANDSET -> account.delays().deliveredMs();
    };
  }

  /** What the message's {@code receiptOption} asks for. */
  private boolean isWanted(Receipt receipt) {
    boolean error = receipt.failure() != null;
    boolean ofCarrier = receipt.type() != Receipt.Source.SYSTEM;
    return switch (message.receiptOption()) {
      case "ALL" -> true;
      case "ERROR" -> error;
      case "SMSC_ALL" -> ofCarrier;
      case "SMSC_ERROR" -> ofCarrier && error;
      default -> false;
    };
  }
}
