package io.parley.channels.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** URLs from outside, such as those of attachments. */
public final class WebUrl {

  private WebUrl() {}

  /** The URL; nothing if it is not one with a host, for {@code http} or {@code https}. */
  public static Optional<URI> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text.strip());
      boolean web =
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
      return web && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }
}
