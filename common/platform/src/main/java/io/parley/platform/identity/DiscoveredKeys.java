package io.parley.platform.identity;

import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer whose discovery document says where they are (OpenID Connect Discovery §4).
 * It is read when the first token comes, so that a service starts while the issuer is away.
 */
final class DiscoveredKeys implements VerificationKeyResolver {

  private static final Logger LOG = Logger.getLogger(DiscoveredKeys.class);
  private static final String DOCUMENT = "/.well-known/openid-configuration";
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final String issuer;
  private final SimpleGet http;
  private final Clock clock;
  private @Nullable VerificationKeyResolver found;
  private Instant next = Instant.MIN;

  DiscoveredKeys(String issuer, SimpleGet http, Clock clock) {
    this.issuer = issuer;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    return keys().resolveKey(signature, nesting);
  }

  private synchronized VerificationKeyResolver keys() throws UnresolvableKeyException {
    if (found != null) {
      return found;
    }
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      throw new UnresolvableKeyException("the issuer could not be reached a moment ago");
    }
    try {
      VerificationKeyResolver keys = KeySets.at(location());
      found = keys;
      return keys;
    } catch (IOException | JoseException e) {
      next = now.plus(PAUSE);
      LOG.warnf("The issuer's keys cannot be found. issuer=%s error=%s", issuer, e.getMessage());
      throw new UnresolvableKeyException("the issuer's keys cannot be found", e);
    }
  }

  private String location() throws IOException, JoseException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    SimpleResponse answer = http.get(base + DOCUMENT);
    if (answer.getStatusCode() != OK) {
      throw new IOException("status " + answer.getStatusCode() + " from " + base + DOCUMENT);
    }
    Map<String, Object> document = JsonUtil.parseJson(answer.getBody());
    if (!issuer.equals(document.get("issuer"))) {
      throw new JoseException("the discovery document names another issuer");
    }
    if (document.get("jwks_uri") instanceof String location) {
      return location;
    }
    throw new JoseException("the discovery document names no key set");
  }
}
