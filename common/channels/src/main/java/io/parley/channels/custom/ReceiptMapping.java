package io.parley.channels.custom;

import io.parley.channels.OwnAddresses;
import io.parley.channels.wire.MessageIds;
import io.parley.channels.wire.StorableText;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the parts of a report about a message of ours stand, and what its statuses mean. */
record ReceiptMapping(
    Mark mark,
    String providerId,
    String ourId,
    String status,
    ValueMap<Meaning> statusValues,
    String errorCode,
    String errorText,
    String part,
    String parts,
    ErrorMeanings meanings) {

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_ERROR = 1_000;
  private static final String IGNORE = "IGNORE";

  /**
   * What a provider's status means.
   *
   * @param status in neutral words; nothing where it is of no interest
   */
  record Meaning(@Nullable ReceiptStatus status) {}

  /** Reads it. Nothing of it is needed where there are no reports. */
  static ReceiptMapping of(Settings settings, Format format, Problems problems) {
    Paths paths = new Paths(settings, format, problems);
    boolean told = settings.has("receiptStatus");
    if (!told) {
      Stream.of("receiptProviderId", "receiptOurId", "receiptStatusValues", "receiptMark")
          .filter(settings::has)
          .findFirst()
          .ifPresent(field -> problems.add("receiptStatus", "is required together with " + field));
    } else if (!settings.has("receiptStatusValues")) {
      problems.add("receiptStatusValues", "is required together with receiptStatus");
    }
    if (settings.has("receiptPart") != settings.has("receiptParts")) {
      problems.add("receiptParts", "is needed together with receiptPart");
    }
    return new ReceiptMapping(
        Mark.of(paths.inElement("receiptMark"), settings.text("receiptMarkValues")),
        paths.inElement("receiptProviderId"),
        paths.inElement("receiptOurId"),
        paths.inElement("receiptStatus"),
        statusValues(settings, problems),
        paths.inElement("receiptErrorCode"),
        paths.inElement("receiptErrorText"),
        paths.inElement("receiptPart"),
        paths.inElement("receiptParts"),
        ErrorMeanings.of(settings, problems));
  }

  /** Whether reports are declared at all. */
  boolean isDeclared() {
    return !status.isEmpty();
  }

  /** Reads an element. */
  ReadElement read(Element element, Origin origin, List<String> lists) {
    UUID ours = element.value(ourId).map(MessageIds::ours).or(origin::queried).orElse(null);
    Optional<String> theirs = element.value(providerId).filter(id -> id.length() <= LONGEST_ID);
    if (theirs.isEmpty() && ours == null) {
      return new ReadElement.NotUnderstood("a report that names no message");
    }
    Optional<String> word = element.value(status).map(text -> StorableText.cut(text, LONGEST_WORD));
    if (word.isEmpty()) {
      return new ReadElement.NotUnderstood("a report without a status at " + status);
    }
    Optional<Meaning> means = statusValues.get(word.get());
    if (means.isEmpty()) {
      return new ReadElement.NotUnderstood(
          "the status "
              + OwnAddresses.printable(word.get())
              + " has no meaning in receiptStatusValues");
    }
    ReceiptStatus neutral = means.get().status();
    if (neutral == null) {
      return new ReadElement.Nothing();
    }
    MessagePart about = about(element);
    return new ReadElement.Receipt(
        new ReceiptReceived(
            origin.account().id(),
            CustomProvider.NAME,
            theirs.orElseGet(() -> String.valueOf(ours)),
            ours,
            neutral,
            word.get(),
            element.value(errorCode).map(meanings::codeInReceipt).orElse(null),
            element
                .value(errorText)
                .map(text -> StorableText.cut(text, LONGEST_ERROR))
                .orElse(null),
            about,
            element.attributes(used(about), lists),
            origin.receivedAt()));
  }

  private List<String> used(@Nullable MessagePart about) {
    return Stream.of(
            providerId,
            ourId,
            status,
            errorCode,
            errorText,
            about == null ? "" : part,
            about == null ? "" : parts)
        .filter(path -> !path.isEmpty())
        .toList();
  }

  private @Nullable MessagePart about(Element element) {
    int number = element.value(part).map(ReceiptMapping::count).orElse(0);
    int of = element.value(parts).map(ReceiptMapping::count).orElse(0);
    return number >= 1 && of >= number ? new MessagePart(number, of) : null;
  }

  private static int count(String digits) {
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }

  private static ValueMap<Meaning> statusValues(Settings settings, Problems problems) {
    return problems
        .read(
            "receiptStatusValues",
            () ->
                ValueMap.parse(
                    settings.text("receiptStatusValues"),
                    ReceiptMapping::meaning,
                    "ACCEPTED, QUEUED, SENT, DELIVERED, READ, UNDELIVERED, FAILED, REJECTED and"
                        + " IGNORE"))
        .orElseGet(() -> ValueMap.parse("", ReceiptMapping::meaning, ""));
  }

  private static Optional<Meaning> meaning(String name) {
    return name.equals(IGNORE)
        ? Optional.of(new Meaning(null))
        : Stream.of(ReceiptStatus.values())
            .filter(status -> status.name().equals(name))
            .findFirst()
            .map(Meaning::new);
  }
}
