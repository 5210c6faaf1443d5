package io.parley.channels.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;

/**
 * What opens a Communication Services resource with its access key
 * (providers/azure-communication-services.md §1).
 *
 * @param endpoint https, without a slash at its end
 * @param key the decoded bytes of the access key
 */
record ConnectionString(String endpoint, byte[] key) {

  private static final String EXPECTED =
      "expected endpoint=https://…;accesskey=…, as the portal shows it under Keys: ";

  /**
   * Reads a connection string: its parts in any order, their names in any case.
   *
   * @throws IllegalArgumentException if it is none; the message says what is expected and repeats
   *     nothing of it
   */
  static ConnectionString parse(String entered) {
    String endpoint = null;
    byte[] key = null;
    for (String part : entered.strip().split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      // Keys end in equals signs, so only the first one separates.
      String[] sides = part.split("=", 2);
      String name = sides[0].strip().toLowerCase(Locale.ROOT);
      String value = sides.length < 2 ? "" : sides[1].strip();
      if (name.equals("endpoint") && endpoint == null) {
        endpoint = endpoint(value);
      } else if (name.equals("accesskey") && key == null) {
        key = key(value);
      } else {
        throw new IllegalArgumentException(
            EXPECTED + "it has a part that is neither, or one twice");
      }
    }
    if (endpoint == null || key == null) {
      throw new IllegalArgumentException(
          EXPECTED + (endpoint == null ? "endpoint" : "accesskey") + " is missing");
    }
    return new ConnectionString(endpoint, key);
  }

  /**
   * Reads the address of a resource.
   *
   * @return without a slash at its end, because two in a row would be signed as two
   * @throws IllegalArgumentException if it is none; the message says what is expected
   */
  static String endpoint(String entered) {
    try {
      URI uri = new URI(entered.strip());
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      boolean bare =
          (path.isEmpty() || path.equals("/"))
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;
      if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && bare) {
        return "https://" + uri.getRawAuthority();
      }
    } catch (URISyntaxException notAUrl) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "expected an endpoint with https and no path, such as"
            + " https://example.communication.azure.com");
  }

  private static byte[] key(String entered) {
    try {
      byte[] key = Base64.getDecoder().decode(entered);
      if (key.length > 0) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below, without the decoder's message, which repeats characters of the key.
    }
    throw new IllegalArgumentException(EXPECTED + "the access key is not Base64");
  }

  /** Says which resource it is and nothing that opens it. */
  @Override
  public String toString() {
    return "ConnectionString[" + endpoint + "]";
  }
}
