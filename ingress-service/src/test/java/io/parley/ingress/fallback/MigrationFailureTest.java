package io.parley.ingress.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parley.testing.ServersResource;
import io.parley.testing.server.FreePort;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migration that can never succeed ends the start; an absence of PostgreSQL does not. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class MigrationFailureTest {

  @Inject FallbackLane lane;

  @Test
  void brokenMigrationIsAFailedStartThatSaysWhatIsWrong() {
    // Given
    SchemaMigration migration =
        new SchemaMigration(broken(setting("quarkus.datasource.jdbc.url")), lane);

    // When / Then
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> migration.start(new StartupEvent()))
        .withMessageContaining("cannot be migrated")
        .withMessageContaining("no_such_table");
  }

  @Test
  void absenceOfPostgresMayPass() {
    // Given
    Flyway away = broken("jdbc:postgresql://localhost:" + FreePort.find() + "/parley");

    // When
    Throwable failure = catchThrowable(away::migrate);

    // Then
    assertThat(failure).isNotNull();
    assertThat(MigrationFailure.mayPass(failure)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "08001, true",
    "57P03, true",
    "53300, true",
    "3D000, true",
    "28P01, true",
    "40P01, true",
    "42601, false",
    "42501, false",
    "42P01, false",
    "23505, false"
  })
  void stateTellsAnAbsenceFromAMistake(String state, boolean mayPass) {
    // Given
    Throwable failure = new IllegalStateException(new SQLException("no", state));

    // When / Then
    assertThat(MigrationFailure.mayPass(failure)).isEqualTo(mayPass);
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static Flyway broken(String at) {
    return Flyway.configure()
        .dataSource(
            at, setting("quarkus.datasource.username"), setting("quarkus.datasource.password"))
        .locations("classpath:db/broken")
        .table("broken_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }
}
