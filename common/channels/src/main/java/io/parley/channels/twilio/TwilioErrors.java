package io.parley.channels.twilio;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Twilio's error codes mean. The table is {@code errors.txt} beside this class. */
final class TwilioErrors {

  private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");
  private static final Map<String, Entry> TABLE = load();

  private TwilioErrors() {}

  /** Whether the message behind a refusal may be tried again. */
  sealed interface Retry {

    /** It may not. */
    record Never() implements Retry {}

    /**
     * It was certainly not taken and may be tried again.
     *
     * @param after how long to wait at least, where Twilio's documents say so
     */
    record Later(@Nullable Duration after) implements Retry {}

    /** It may have been taken. */
    record FindOut() implements Retry {}
  }

  /**
   * One line of the table.
   *
   * @param optedOut whether the customer counts as opted out from now on
   * @param text what happened and what an agent can do
   */
  record Entry(String code, FailureCause cause, Retry retry, boolean optedOut, String text) {

    /** For the agent. */
    DeliveryReason reason() {
      return new DeliveryReason(cause, text, code);
    }
  }

  /** The line of a code, if the table has one. */
  static Optional<Entry> entry(String code) {
    return Optional.ofNullable(TABLE.get(code));
  }

  /** The whole table by code. */
  static Map<String, Entry> table() {
    return TABLE;
  }

  /** What a code in a receipt means; unknown ones are permanent. */
  static ReceiptMeaning meaningOf(String code) {
    return entry(code)
        .map(entry -> new ReceiptMeaning(entry.reason(), entry.optedOut()))
        .orElseGet(() -> new ReceiptMeaning(unknown(code), false));
  }

  /**
   * What a refusal (HTTP 4xx) with a code comes to.
   *
   * @param after what the answer itself asks us to wait; goes before the table's
   */
  static SendResult refusal(String code, @Nullable Duration after) {
    Optional<Entry> known = entry(code);
    if (known.isEmpty()) {
      return new SendResult.Refused(unknown(code));
    }
    Entry entry = known.get();
    return switch (entry.retry()) {
      case Retry.Never() -> new SendResult.Refused(entry.reason(), entry.optedOut());
      case Retry.Later(Duration usual) ->
          new SendResult.RetryLater(entry.reason(), after == null ? usual : after);
      case Retry.FindOut() -> new SendResult.Unknown(entry.reason());
    };
  }

  private static DeliveryReason unknown(String code) {
    if (!CODE.matcher(code).matches()) {
      return new DeliveryReason(
          FailureCause.OTHER, "Twilio reports an error that it does not explain.", null);
    }
    return new DeliveryReason(
        FailureCause.OTHER,
        "Twilio reports error "
            + code
            + "; see https://www.twilio.com/docs/errors/"
            + code
            + ". Tell an administrator.",
        code);
  }

  private static Map<String, Entry> load() {
    try (InputStream file =
        Objects.requireNonNull(TwilioErrors.class.getResourceAsStream("errors.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(TwilioErrors::parse)
          .collect(
              Collectors.toMap(
                  Entry::code,
                  Function.identity(),
                  (one, other) -> {
                    throw new IllegalStateException("errors.txt has " + one.code() + " twice");
                  },
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry parse(String line) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != 5) {
      throw new IllegalStateException("errors.txt: not five cells: " + line);
    }
    return new Entry(
        cells[0],
        FailureCause.valueOf(cells[1]),
        retry(cells[2]),
        cells[3].equals("opted-out"),
        cells[4]);
  }

  private static Retry retry(String cell) {
    return switch (cell) {
      case "never" -> new Retry.Never();
      case "later" -> new Retry.Later(null);
      case "unknown" -> new Retry.FindOut();
      default -> new Retry.Later(Duration.parse(cell));
    };
  }
}
