package io.parley.platform.identity;

import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The keys that verify tokens which Parley itself has issued. */
public interface OwnKeys {

  /** Finds the key for a token by its {@code kid}; may wait for another service. */
  VerificationKeyResolver resolver();
}
