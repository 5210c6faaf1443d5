package io.parley.platform.identity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Reads Parley's key set where admin-service publishes it. */
@ApplicationScoped
@DefaultBean
class PublishedKeys implements OwnKeys {

  private final VerificationKeyResolver resolver;

  PublishedKeys(JWTAuthContextInfo configured) {
    this.resolver = resolver(configured.getPublicKeyLocation(), configured.getPublicKeyContent());
  }

  @Override
  public VerificationKeyResolver resolver() {
    return resolver;
  }

  /** A key set that is a file was read when the service started, and comes as its content. */
  private static VerificationKeyResolver resolver(
      @Nullable String location, @Nullable String content) {
    if (location != null) {
      return KeySets.at(location);
    }
    if (content != null) {
      return KeySets.of(content);
    }
    throw new IllegalStateException("mp.jwt.verify.publickey.location is not set");
  }
}
