package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.local.Settings.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void withoutVariablesEverythingHasItsDocumentedDefault() {
    // When
    Settings settings = Settings.of(Map.of(), Path.of("/checkout"));

    // Then
    assertThat(settings.url(Part.INGRESS)).isEqualTo("http://localhost:8080");
    assertThat(settings.home()).isEqualTo(Path.of("/checkout/.parley"));
    assertThat(settings.kafka()).isEmpty();
    assertThat(settings.postgres()).isEmpty();
  }

  @Test
  void aPortThatIsNoPortIsRefusedWithTheNameOfTheVariable() {
    assertThatThrownBy(() -> Settings.of(Map.of("PARLEY_ROUTING_PORT", "80a"), Path.of("")))
        .hasMessage("PARLEY_ROUTING_PORT must be a port from 1 to 65535, not 80a");
  }

  @Test
  void anExistingPostgresNeedsUserAndPassword() {
    assertThatThrownBy(
            () -> Settings.of(Map.of("PARLEY_POSTGRES", "postgresql://db/parley"), Path.of("")))
        .hasMessage("PARLEY_POSTGRES must be postgresql://user:password@host:port/database");
  }

  @Test
  void aPortThatIsTakenGivesOneLineThatSaysWhatToDo() throws IOException {
    // Given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

      // Then
      assertThatThrownBy(() -> Stack.requireFree(Part.ADMIN, taken.getLocalPort()))
          .hasMessageMatching(
              "Port \\d+ for admin-service is taken. Free it, or choose another: PARLEY_ADMIN_PORT=\\d+ make run");
    }
  }
}
