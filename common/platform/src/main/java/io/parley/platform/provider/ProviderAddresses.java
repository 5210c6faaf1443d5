package io.parley.platform.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where the providers' APIs are. */
@ConfigMapping(prefix = "parley.providers")
public interface ProviderAddresses {

  /** By the provider's name. */
  @WithParentName
  Map<String, Address> byName();

  /** Where one provider's API is. */
  interface Address {

    /**
     * Scheme, host and port that take the place of the provider's own; for a simulator or a proxy.
     */
    Optional<URI> baseUrl();
  }
}
