package io.parley.ingress.fallback;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before PostgreSQL has answered once, because until then every webhook is refused. Later
 * absences do not count: webhooks are taken while Kafka answers.
 */
@Readiness
@ApplicationScoped
class FallbackReadiness implements HealthCheck {

  private final CurrentGate gate;

  FallbackReadiness(CurrentGate gate) {
    this.gate = gate;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("fallback-table").status(gate.hasLooked()).build();
  }
}
