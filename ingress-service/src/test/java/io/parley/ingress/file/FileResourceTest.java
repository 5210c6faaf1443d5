package io.parley.ingress.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.ingress.IngressFixture;
import io.parley.platform.file.FileLinks;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.NewFile;
import io.parley.platform.file.StoredFile;
import io.parley.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class FileResourceTest {

  private static final int LARGE = 32 * 1024 * 1024;

  @Inject FileStore store;
  @Inject FileLinks links;

  @Test
  void linkGivesTheFileAndSaysWhatItIs() throws IOException {
    // Given
    StoredFile file = stored("Rechnung März.pdf", "application/pdf", "%PDF-1.7 …");

    // When
    HttpResponse<String> answer = IngressFixture.get(link(file));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("%PDF-1.7 …");
    assertThat(answer.headers().map())
        .containsOnly(
            Map.entry("content-type", List.of("application/pdf")),
            Map.entry("content-length", List.of(String.valueOf(file.size()))),
            Map.entry(
                "content-disposition",
                List.of(
                    "inline; filename=\"Rechnung Marz.pdf\";"
                        + " filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf")),
            Map.entry("cache-control", List.of("private, max-age=300")),
            Map.entry("x-content-type-options", List.of("nosniff")),
            Map.entry("content-security-policy", List.of("sandbox; default-src 'none'")));
  }

  @Test
  void headSaysTheSameWithoutTheFile() throws IOException {
    // Given
    StoredFile file = stored("a.png", "image/png", "picture");

    // When
    HttpResponse<String> head = IngressFixture.send("HEAD", link(file), BodyPublishers.noBody());

    // Then
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().map()).isEqualTo(IngressFixture.get(link(file)).headers().map());
  }

  @ParameterizedTest
  @CsvSource({
    "page.html,text/html",
    "drawing.svg,image/svg+xml",
    "data.xml,application/xml",
    "page.xhtml,application/xhtml+xml",
    "code.js,text/javascript"
  })
  void whatABrowserCouldRunIsSaved(String name, String type) throws IOException {
    // Given
    StoredFile file = stored(name, type, "<script>alert(1)</script>");

    // When
    HttpResponse<String> answer = IngressFixture.get(link(file));

    // Then
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;");
  }

  @Test
  void nameInThePathDoesNotMatter() throws IOException {
    // Given
    StoredFile file = stored("a.txt", "text/plain", "Hello");
    String link = link(file);

    // When
    HttpResponse<String> answer =
        IngressFixture.get(link.substring(0, link.lastIndexOf('/')) + "/other%2F..%2Fname");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("\"a.txt\"");
  }

  @Test
  void expiredLinkIsNotFound() throws IOException {
    // Given
    StoredFile file = stored("a.txt", "text/plain", "Hello");

    // When
    URI expired = links.link(file.id(), file.fileName(), Duration.ofSeconds(-1));

    // Then
    assertProblem(IngressFixture.get(expired.getRawPath()), 404, "not-found");
  }

  @Test
  void deletedFileIsNotFound() throws IOException {
    // Given
    StoredFile file = stored("a.txt", "text/plain", "Hello");

    // When
    store.delete(file.id());

    // Then
    assertProblem(IngressFixture.get(link(file)), 404, "not-found");
  }

  @Test
  void everyOtherTokenIsNotFound() throws IOException {
    // Given
    String link = link(stored("a.txt", "text/plain", "Hello"));
    String token = link.split("/")[2];
    char[] forged = token.toCharArray();
    forged[token.length() / 2] = forged[token.length() / 2] == 'A' ? 'B' : 'A';

    // When
    List<HttpResponse<String>> answers =
        Stream.of(new String(forged), token.substring(1), token + "A", "x", "%00", "..%2F..")
            .map(other -> IngressFixture.get("/files/" + other + "/a.txt"))
            .toList();

    // Then
    assertThat(answers).allSatisfy(answer -> assertProblem(answer, 404, "not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/files", "/files/", "/files/x", "/files/x/", "/files/x/y/z"})
  void thereIsNothingToList(String path) {
    // When
    HttpResponse<String> answer = IngressFixture.get(path);

    // Then
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void storeThatDoesNotAnswerIsUnavailable() throws IOException {
    // Given
    StoredFile file = stored("a.txt", "text/plain", "Hello");
    Files.writeString(place(file, ".json"), "{");

    // When
    HttpResponse<String> answer = IngressFixture.get(link(file));
    HttpResponse<String> head = IngressFixture.send("HEAD", link(file), BodyPublishers.noBody());

    // Then
    assertProblem(answer, 503, "unavailable");
    assertThat(head.statusCode()).isEqualTo(503);
  }

  @Test
  void fileThatEndsEarlyBreaksTheConnection() throws IOException {
    // Given
    StoredFile file = stored("a.txt", "text/plain", "x".repeat(200_000));
    Files.writeString(place(file, "." + file.sha256()), "x".repeat(100_000));

    // When
    String link = link(file);

    // Then
    assertThatThrownBy(() -> IngressFixture.get(link)).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void readersBeyondTheLimitAreToldToComeBackAndPlacesComeFreeAgain() throws IOException {
    // Given
    StoredFile large = stored("large.bin", "application/octet-stream", "x".repeat(LARGE));
    StoredFile small = stored("a.txt", "text/plain", "Hello");

    // When
    try (Socket one = slowReader(large);
        Socket other = slowReader(large)) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> assertThat(IngressFixture.metric("parley_ingress_files_sending")).isEqualTo(2));
      HttpResponse<String> answer = IngressFixture.get(link(small));

      // Then
      assertProblem(answer, 503, "unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
      assertThat(one.isConnected() && other.isConnected()).isTrue();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(IngressFixture.metric("parley_ingress_files_sending")).isZero());
    assertThat(IngressFixture.get(link(small)).statusCode()).isEqualTo(200);
  }

  private StoredFile stored(String name, String type, String content) throws IOException {
    return store.put(
        new NewFile(UUID.randomUUID(), name, type, null),
        new ByteArrayInputStream(content.getBytes(UTF_8)),
        64L * 1024 * 1024);
  }

  private String link(StoredFile file) {
    return links.link(file.id(), file.fileName(), Duration.ofMinutes(5)).getRawPath();
  }

  private Socket slowReader(StoredFile file) throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    Socket socket = new Socket("localhost", port);
    socket
        .getOutputStream()
        .write(("GET " + link(file) + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
    return socket;
  }

  /** Where the folder store keeps a part of a file. */
  private static Path place(StoredFile file, String end) {
    String id = file.id().toString();
    return Path.of("target/test-files", id.substring(34), id.substring(32, 34), id + end);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"urn:parley:problem:" + type + "\"");
  }
}
