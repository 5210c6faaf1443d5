package io.parley.platform.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the configuration has been read to the end of its topic; says which version is
 * in force.
 */
@Readiness
@ApplicationScoped
class ConfigurationReadiness implements HealthCheck {

  private final ConfigurationView view;
  private final boolean enabled;

  ConfigurationReadiness(
      ConfigurationView view,
      @ConfigProperty(name = "parley.configuration.follow", defaultValue = "true")
          boolean enabled) {
    this.view = view;
    this.enabled = enabled;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("configuration")
        .status(!enabled || view.isComplete())
        .withData("version", view.current().version())
        .build();
  }
}
