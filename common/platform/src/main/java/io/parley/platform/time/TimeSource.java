package io.parley.platform.time;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Gives the services their clock, their randomness and their identifiers; tests put others in their
 * place.
 */
@ApplicationScoped
class TimeSource {

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  @DefaultBean
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  @DefaultBean
  Identifiers identifiers() {
    return UuidCreator::getTimeOrderedEpoch;
  }
}
