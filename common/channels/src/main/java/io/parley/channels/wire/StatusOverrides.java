package io.parley.channels.wire;

import io.parley.events.ReceiptStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an administrator says a provider's codes mean, where the provider's documents are wrong or
 * incomplete: {@code code=STATUS}, separated by commas or blanks.
 */
public final class StatusOverrides {

  private static final String ENTRY =
      "([0-9]{1,9})="
          + Arrays.stream(ReceiptStatus.values())
              .map(ReceiptStatus::name)
              .collect(Collectors.joining("|", "(", ")"));

  /** What an administrator may enter. */
  public static final String PATTERN = ENTRY + "(?:[, ]+" + ENTRY + "){0,99}";

  private static final Pattern ENTRIES = Pattern.compile(ENTRY);

  private StatusOverrides() {}

  /** The status by code; of a code that is there twice the last one. */
  public static Map<String, ReceiptStatus> parse(String entered) {
    Map<String, ReceiptStatus> statuses = new LinkedHashMap<>();
    Matcher entry = ENTRIES.matcher(entered);
    while (entry.find()) {
      statuses.put(entry.group(1), ReceiptStatus.valueOf(entry.group(2)));
    }
    return statuses;
  }
}
