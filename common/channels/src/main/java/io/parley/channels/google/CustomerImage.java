package io.parley.channels.google;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A picture that a customer sent on Business Messages: a text that is nothing but a signed link
 * into Google's store (providers/google-business-messages.md §4, Attachments). Everything about the
 * link must be exactly so; a text with any other link stays a text.
 */
final class CustomerImage {

  private static final String HOST = "storage.googleapis.com";
  private static final String PATH = "/business-messages-us/";
  private static final String SIGNATURE = "x-goog-signature=";

  private CustomerImage() {}

  /** Where the picture is, if the text is one. */
  static Optional<URI> of(String text) {
    String link = text.strip();
    if (!link.startsWith("https://")) {
      return Optional.empty();
    }
    try {
      URI url = new URI(link);
      String path = url.getRawPath();
      boolean ours =
          HOST.equals(url.getRawAuthority())
              && path.startsWith(PATH)
              && path.length() > PATH.length()
              && !path.contains("..")
              && isSigned(url.getRawQuery());
      return ours ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }

  private static boolean isSigned(String query) {
    if (query == null) {
      return false;
    }
    for (String parameter : query.split("&")) {
      if (parameter.toLowerCase(Locale.ROOT).startsWith(SIGNATURE)
          && parameter.length() > SIGNATURE.length()) {
        return true;
      }
    }
    return false;
  }
}
