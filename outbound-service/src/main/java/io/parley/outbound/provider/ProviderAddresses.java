package io.parley.outbound.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where the providers' APIs are. */
@ConfigMapping(prefix = "parley.outbound.providers")
public interface ProviderAddresses {

  /** By the provider's name. */
  @WithParentName
  Map<String, Address> byName();

  /** Where one provider's API is. */
  interface Address {

    /** Base URL, in place of the provider's own; for a simulator, a region or a proxy. */
    Optional<URI> baseUrl();
  }
}
