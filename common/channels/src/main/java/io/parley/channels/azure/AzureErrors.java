package io.parley.channels.azure;

import io.parley.channels.wire.ErrorTable;
import java.util.regex.Pattern;

/** What Azure's error codes mean. */
final class AzureErrors {

  private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

  static final ErrorTable TABLE =
      ErrorTable.load(AzureErrors.class, "errors.txt", ErrorTable.unexplained("Azure", CODE));

  private AzureErrors() {}
}
