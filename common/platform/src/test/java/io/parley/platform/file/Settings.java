package io.parley.platform.file;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as a service reads it. */
public final class Settings {

  private Settings() {}

  /** The mapping over these properties alone. */
  public static <T> T of(Class<T> mapping, Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addSystemSources()
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(properties, "test", 1000))
        .build()
        .getConfigMapping(mapping);
  }
}
