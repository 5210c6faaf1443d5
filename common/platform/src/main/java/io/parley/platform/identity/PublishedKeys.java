package io.parley.platform.identity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** Reads Parley's key set where admin-service publishes it. */
@ApplicationScoped
@DefaultBean
class PublishedKeys implements OwnKeys {

  private final VerificationKeyResolver resolver;

  PublishedKeys(JWTAuthContextInfo configured) {
    this.resolver = KeySets.at(configured.getPublicKeyLocation());
  }

  @Override
  public VerificationKeyResolver resolver() {
    return resolver;
  }
}
