package io.parley.platform.identity;

import java.time.Duration;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

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

  /** The keys in a key set (RFC 7517). */
  static VerificationKeyResolver of(String json) {
    try {
      return new JwksVerificationKeyResolver(new JsonWebKeySet(json).getJsonWebKeys());
    } catch (JoseException e) {
      throw new IllegalArgumentException("not a key set in JSON form", e);
    }
  }

  /** The keys at an http or https URL. */
  static VerificationKeyResolver at(String location) {
    HttpsJwks keys = new HttpsJwks(location);
    keys.setSimpleHttpGet(http());
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
}
