package io.parley.channels.wire;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's error codes mean: a text file beside the provider's classes, a line for each
 * code, {@code code | cause | retry | consent | text for agents}.
 *
 * <p>Retry is {@code never}, {@code later}, an ISO 8601 duration (wait at least that long), or
 * {@code unknown} (it may have been taken: find out first). Consent is {@code opted-out} when the
 * customer counts as opted out from now on, else {@code -}. Lines that begin with {@code #} are
 * remarks.
 */
public final class ErrorTable {

  private final Map<String, Entry> entries;
  private final Function<String, DeliveryReason> unknown;

  private ErrorTable(Map<String, Entry> entries, Function<String, DeliveryReason> unknown) {
    this.entries = Collections.unmodifiableMap(entries);
    this.unknown = unknown;
  }

  /** Whether the message behind a refusal may be tried again. */
  public sealed interface Retry {

    /** It may not. */
    record Never() implements Retry {}

    /**
     * It was certainly not taken and may be tried again.
     *
     * @param after how long to wait at least, where the provider's documents say so
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
  public record Entry(String code, FailureCause cause, Retry retry, boolean optedOut, String text) {

    /** For the agent. */
    public DeliveryReason reason() {
      return new DeliveryReason(cause, text, code);
    }
  }

  /**
   * Reads a table.
   *
   * @param owner the class beside which the file lies
   * @param file its name
   * @param unknown what to say of a code that has no line; must not repeat a code that could be
   *     anything
   * @throws IllegalStateException if the file is not such a table
   */
  public static ErrorTable load(
      Class<?> owner, String file, Function<String, DeliveryReason> unknown) {
    try (InputStream stream =
        Objects.requireNonNull(owner.getResourceAsStream(file), () -> "no " + file)) {
      Map<String, Entry> entries =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> parse(file, line))
              .collect(
                  Collectors.toMap(
                      Entry::code,
                      Function.identity(),
                      (one, other) -> {
                        throw new IllegalStateException(file + " has " + one.code() + " twice");
                      },
                      TreeMap::new));
      return new ErrorTable(entries, unknown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What to say of codes that have no line.
   *
   * @param provider for agents
   * @param form what codes look like; anything else is not repeated
   */
  public static Function<String, DeliveryReason> unexplained(String provider, Pattern form) {
    return code ->
        form.matcher(code).matches()
            ? new DeliveryReason(
                FailureCause.OTHER,
                provider
                    + " reports "
                    + code
                    + ", which its documents do not explain. Tell an administrator.",
                code)
            : new DeliveryReason(
                FailureCause.OTHER, provider + " reports an error that it does not explain.", null);
  }

  /** The line of a code, if the table has one. */
  public Optional<Entry> entry(String code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** Every line by code. */
  public Map<String, Entry> entries() {
    return entries;
  }

  /** What a code in a receipt means; unknown ones are permanent. */
  public ReceiptMeaning meaningOf(String code) {
    return entry(code)
        .map(entry -> new ReceiptMeaning(entry.reason(), entry.optedOut()))
        .orElseGet(() -> new ReceiptMeaning(unknown.apply(code), false));
  }

  /**
   * What a refusal with a code comes to; an unknown code is refused for good.
   *
   * @param after what the answer itself asks us to wait; goes before the table's
   */
  public SendResult refusal(String code, @Nullable Duration after) {
    Optional<Entry> known = entry(code);
    if (known.isEmpty()) {
      return new SendResult.Refused(unknown.apply(code));
    }
    Entry entry = known.get();
    return switch (entry.retry()) {
      case Retry.Never() -> new SendResult.Refused(entry.reason(), entry.optedOut());
      case Retry.Later(Duration usual) ->
          new SendResult.RetryLater(entry.reason(), after == null ? usual : after);
      case Retry.FindOut() -> new SendResult.Unknown(entry.reason());
    };
  }

  private static Entry parse(String file, String line) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != 5) {
      throw new IllegalStateException(file + ": not five cells: " + line);
    }
    return new Entry(
        cells[0],
        FailureCause.valueOf(cells[1]),
        retry(cells[2]),
        optedOut(file, cells[3]),
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

  private static boolean optedOut(String file, String cell) {
    return switch (cell) {
      case "opted-out" -> true;
      case "-" -> false;
      default -> throw new IllegalStateException(file + ": not a consent: " + cell);
    };
  }
}
