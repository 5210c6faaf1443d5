package io.parley.ingress.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs that no client library would send. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class OddUrlTest {

  private static final TestAccount ACCOUNT =
      TestAccount.sms("azure", "acs_odd", Map.of(), Map.of("webhookSecret", "secret"), "+1833");

  @BeforeAll
  static void configure() {
    new Desk(List.of(ACCOUNT)).configure();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webhooks/%ZZ/x",
        "/webhooks/azure/%",
        "/webhooks/azure/acs_odd/%c0%af",
        "/webhooks/azure/acs_odd?%ZZ=%",
        "/webhooks/azure/acs_odd?code=%",
        "/webhooks/azure/acs_odd?code=secret&code",
        "/webhooks/azure/acs_odd?&&&===",
        "/webhooks/azure/../acs_odd",
        "/files/%ZZ/x",
        "/files/%/%",
        "/files/%c0%af/x",
        "/files/..%2f..%2fetc/passwd",
        "/files/x%00y/z"
      })
  void isNoErrorOfOurs(String target) throws IOException {
    // When
    int status = status(target);

    // Then
    assertThat(status).isBetween(400, 499);
  }

  private static int status(String target) throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(UTF_8));
      String line =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
      return Integer.parseInt(line.split(" ")[1]);
    }
  }
}
