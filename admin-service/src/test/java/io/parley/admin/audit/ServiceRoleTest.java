package io.parley.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.AdminTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@AdminTest
class ServiceRoleTest {

  private final ServiceRole present;
  private final Vertx vertx;
  private final String url;
  private final String owner;
  private final String password;

  @Inject
  ServiceRoleTest(
      ServiceRole present,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.flyway.username") String owner,
      @ConfigProperty(name = "quarkus.flyway.password") String password) {
    this.present = present;
    this.vertx = vertx;
    this.url = url;
    this.owner = owner;
    this.password = password;
  }

  @Test
  void serviceIsWarnedOfWhenItsRoleOwnsTheAudit() {
    // Given
    Pool ofOwner =
        Pool.pool(
            vertx,
            PgConnectOptions.fromUri(url).setUser(owner).setPassword(password),
            new PoolOptions().setMaxSize(1));

    // When
    boolean separate = present.mayChangeAudit();
    boolean same = new ServiceRole(ofOwner).mayChangeAudit();
    ofOwner.closeAndAwait();

    // Then
    assertThat(separate).isFalse();
    assertThat(same).isTrue();
  }
}
