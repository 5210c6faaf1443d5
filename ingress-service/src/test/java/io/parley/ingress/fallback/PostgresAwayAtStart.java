package io.parley.ingress.fallback;

import io.parley.testing.server.FreePort;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Lets the service look for PostgreSQL where nobody listens until a {@link PostgresDoor} opens. */
public final class PostgresAwayAtStart implements QuarkusTestProfile {

  static final String PORT = "parley.test.door";

  @Override
  public Map<String, String> getConfigOverrides() {
    String url = "postgresql://localhost:${" + PORT + "}/parley";
    return Map.of(
        PORT,
        Integer.toString(FreePort.find()),
        "quarkus.datasource.reactive.url",
        url,
        "quarkus.datasource.jdbc.url",
        "jdbc:" + url);
  }
}
