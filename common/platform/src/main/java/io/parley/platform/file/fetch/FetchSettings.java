package io.parley.platform.file.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How files are fetched from providers. */
@ConfigMapping(prefix = "parley.files.fetch")
public interface FetchSettings {

  /**
   * Hosts, by the name or address in the URL, that may have any address, also a private one: a
   * simulator, a store in the intranet. All others must have public addresses only.
   */
  Optional<Set<String>> allowedHosts();

  /** Whether URLs with {@code http} are fetched. */
  @WithDefault("false")
  boolean plainHttp();

  /** How long one fetch may take in all, redirects included. */
  @WithDefault("PT2M")
  Duration timeLimit();

  /** How long one connection may take. */
  @WithDefault("PT5S")
  Duration connectTimeout();

  /** How long a host may stay silent. */
  @WithDefault("PT15S")
  Duration silence();

  /** How many files are fetched at the same time; more wait within their time limit. */
  @WithDefault("32")
  int connections();
}
