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
      return Optional.of(new URI(text.strip())).filter(WebUrl::isWeb);
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }

  /** Whether a URL has a host, for {@code http} or {@code https}. */
  public static boolean isWeb(URI url) {
    boolean web =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    return web && url.getHost() != null;
  }

  /** Whether anybody can be given a URL: {@code https}, and no user or password in it. */
  public static boolean isPublic(URI url) {
    return isWeb(url) && "https".equalsIgnoreCase(url.getScheme()) && url.getRawUserInfo() == null;
  }
}
