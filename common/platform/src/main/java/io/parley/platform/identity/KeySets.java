package io.parley.platform.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Key sets at a URL, read anew when the answer has become old, or when a token names a key that is
 * not in them. A set that cannot be read anew goes on for an hour.
 */
final class KeySets {

  /** For an issuer that says nothing about caching; as long as Parley's own key set lives. */
  private static final Duration CACHED = Duration.ofMinutes(5);

  private static final Duration KEPT_WHEN_AWAY = Duration.ofHours(1);

  /** Tokens with invented key ids must not become requests to the issuer, one each. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);

  private KeySets() {}

  /** The keys at an http, https or file URL. */
  static VerificationKeyResolver at(String location) {
    HttpsJwks keys = new HttpsJwks(location);
    keys.setSimpleHttpGet(location.startsWith("file:") ? KeySets::file : http());
    keys.setDefaultCacheDuration(CACHED.toSeconds());
    keys.setRetainCacheOnErrorDuration(KEPT_WHEN_AWAY.toSeconds());
    keys.setRefreshReprieveThreshold(PAUSE.toMillis());
    return new HttpsJwksVerificationKeyResolver(keys);
  }

  static SimpleGet http() {
    Get get = new Get();
    get.setConnectTimeout((int) CONNECT.toMillis());
    get.setReadTimeout((int) READ.toMillis());
    get.setRetries(0);
    return get;
  }

  private static SimpleResponse file(String location) throws IOException {
    return new FileContent(Files.readString(Path.of(URI.create(location))));
  }

  private record FileContent(String content) implements SimpleResponse {

    private static final int OK = 200;

    @Override
    public int getStatusCode() {
      return OK;
    }

    @Override
    public String getStatusMessage() {
      return "OK";
    }

    @Override
    public Collection<String> getHeaderNames() {
      return List.of();
    }

    @Override
    public List<String> getHeaderValues(String name) {
      return List.of();
    }

    @Override
    public String getBody() {
      return content;
    }
  }
}
