package io.parley.platform.file.fetch;

import io.parley.platform.file.Refusal;
import io.parley.platform.file.RefusalReason;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Which URLs are fetched at all, whatever their host's addresses are. */
record UrlRules(boolean plainHttp) {

  private static final int HIGHEST_PORT = 65_535;

  Optional<Refusal> refuse(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return forbidden("The file's address is not a web address.");
    }
    if (scheme.equals("http") && !plainHttp) {
      return forbidden("The file's address is not protected (http instead of https).");
    }
    if (url.getHost() == null || url.getRawUserInfo() != null) {
      return forbidden("The file's address names no host, or a user.");
    }
    if (url.getPort() > HIGHEST_PORT) {
      return forbidden("The file's address names a port that does not exist.");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> forbidden(String explanation) {
    return Optional.of(new Refusal(RefusalReason.FORBIDDEN_ADDRESS, explanation));
  }
}
