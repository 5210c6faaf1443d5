package io.parley.admin.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Verifies tokens with the key in memory. The other services fetch the key set from this one, which
 * cannot call itself before it is up.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class OwnTokens extends JWTCallerPrincipalFactory {

  private final JWTCallerPrincipalFactory standard = new DefaultJWTCallerPrincipalFactory();
  private final SigningKey key;

  OwnTokens(SigningKey key) {
    this.key = key;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured)
      throws ParseException {
    JWTAuthContextInfo own = new JWTAuthContextInfo(configured);
    own.setPublicKeyLocation(null);
    own.setPublicKeyContent(null);
    own.setPublicVerificationKey(key.publicKey());
    return standard.parse(token, own);
  }
}
