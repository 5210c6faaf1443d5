package io.parley.channels;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers on the class path, by name. */
public final class ChannelProviders {

  private final Map<String, ChannelProvider> byName = new TreeMap<>();

  private ChannelProviders(Iterable<ChannelProvider> providers) {
    for (ChannelProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalStateException("two providers are called " + provider.name());
      }
    }
  }

  /** All providers that {@link ServiceLoader} finds. */
  public static ChannelProviders installed() {
    return new ChannelProviders(
        ServiceLoader.load(ChannelProvider.class, ChannelProviders.class.getClassLoader()));
  }

  /** The provider of this name, if there is one. */
  public Optional<ChannelProvider> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Every provider, in the order of their names. */
  public Collection<ChannelProvider> all() {
    return byName.values();
  }
}
