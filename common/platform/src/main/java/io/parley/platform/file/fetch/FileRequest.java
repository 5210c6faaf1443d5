package io.parley.platform.file.fetch;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file to fetch.
 *
 * @param id under which it is stored
 * @param url where it is
 * @param statedName its name, where the message says one; else the response or the URL gives it
 * @param statedType its media type, where the message says one; else the response gives it
 * @param headers what to send to a URL, asked anew for the URL itself and for every redirect. It
 *     gives credentials only to the hosts they are for
 */
public record FileRequest(
    UUID id,
    URI url,
    @Nullable String statedName,
    @Nullable String statedType,
    Function<URI, Map<String, List<String>>> headers) {

  /** A file of which nothing is known but where it is. */
  public static FileRequest of(UUID id, URI url, Function<URI, Map<String, List<String>>> headers) {
    return new FileRequest(id, url, null, null, headers);
  }
}
