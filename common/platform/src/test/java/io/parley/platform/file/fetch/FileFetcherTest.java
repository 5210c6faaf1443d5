package io.parley.platform.file.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.platform.file.Contents;
import io.parley.platform.file.FileIntake;
import io.parley.platform.file.FileRules;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.OpenFile;
import io.parley.platform.file.RefusalReason;
import io.parley.platform.file.Settings;
import io.parley.platform.file.StoredFile;
import io.parley.platform.file.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFetcherTest {

  private static final int LARGEST = 100_000;
  private static final String HELLO = "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello";

  private final Path folder;
  private final UUID id = UUID.randomUUID();
  private final FileRules rules = new FileRules(LARGEST, FileRules.DEFAULT_BLOCKED_EXTENSIONS);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final FileStore store;

  FileFetcherTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = Stores.inFolder(folder.resolve("files"));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void aFileIsStoredWithNameAndTypeOfTheResponse() throws Exception {
    // Given
    RawServer server =
        server(
            out -> {
              out.write(
                  RawServer.bytes(
                      """
                      HTTP/1.1 200 OK
                      Content-Type: image/png
                      Content-Disposition: attachment; filename="photo 1.png"
                      Content-Length: %d

                      """
                          .formatted(Contents.PNG.length)));
              out.write(Contents.PNG);
            });

    // When
    FetchResult result = fetch(server.at("localhost", "/media/ME1"));

    // Then
    StoredFile file = store.find(id).orElseThrow();
    assertThat(result).isEqualTo(new FetchResult.Stored(file));
    assertThat(file.fileName()).isEqualTo("photo 1.png");
    assertThat(file.contentType()).isEqualTo("image/png");
    try (OpenFile content = store.open(id).orElseThrow()) {
      assertThat(content.content()).hasBinaryContent(Contents.PNG);
    }
  }

  @Test
  void withoutAHeaderThePathGivesTheName() throws Exception {
    // When
    fetch(server(HELLO).at("localhost", "/a/M%C3%BCller%20x.txt?q=1"));

    // Then
    assertThat(store.find(id).orElseThrow().fileName()).isEqualTo("Müller x.txt");
  }

  @Test
  void whatTheMessageStatesWinsOverTheResponse() throws Exception {
    // Given
    URI url = server(HELLO).at("localhost", "/ME1");

    // When
    fetcher(Map.of()).fetch(new FileRequest(id, url, "list.csv", "text/csv", any -> Map.of()));

    // Then
    StoredFile file = store.find(id).orElseThrow();
    assertThat(file.fileName()).isEqualTo("list.csv");
    assertThat(file.contentType()).isEqualTo("text/csv");
  }

  @Test
  void aStoredFileIsNotFetchedAgain() throws Exception {
    // Given
    RawServer server = server(HELLO);
    FetchResult first = fetch(server.at("localhost", "/a.txt"));

    // When
    FetchResult second = fetch(server.at("localhost", "/a.txt"));

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aBodyWithoutLengthEndsWithTheConnection() throws Exception {
    assertThat(fetch(server("HTTP/1.0 200 OK\n\nhello").at("localhost", "/a.txt")))
        .isInstanceOfSatisfying(
            FetchResult.Stored.class, stored -> assertThat(stored.file().size()).isEqualTo(5));
  }

  @Test
  void credentialsGoOnlyToTheHostTheyAreFor() throws Exception {
    // Given
    RawServer elsewhere = server(HELLO);
    RawServer provider = redirecting(302, elsewhere.at("localhost", "/a.txt").toString());
    FileRequest request =
        FileRequest.of(
            id,
            provider.at("localhost", "/ME1"),
            url ->
                url.getPort() == provider.port()
                    ? Map.of("Authorization", List.of("Basic c2VjcmV0"))
                    : Map.of());

    // When
    FetchResult result = fetcher(Map.of()).fetch(request);

    // Then
    assertThat(result).isInstanceOf(FetchResult.Stored.class);
    assertThat(provider.requests().getFirst()).contains("Authorization: Basic c2VjcmV0");
    assertThat(elsewhere.requests().getFirst()).doesNotContainIgnoringCase("Authorization");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRelativeRedirectIsFollowed(int status) throws Exception {
    // Given
    RawServer[] self = new RawServer[1];
    self[0] =
        server(
            out ->
                out.write(
                    RawServer.bytes(
                        self[0].requests().size() == 1
                            ? "HTTP/1.1 " + status + " x\nLocation: ../b.txt\nContent-Length: 0\n\n"
                            : HELLO)));

    // When
    FetchResult result = fetch(self[0].at("localhost", "/x/a"));

    // Then
    assertThat(result).isInstanceOf(FetchResult.Stored.class);
    assertThat(self[0].requests().getLast()).startsWith("GET /b.txt ");
    assertThat(store.find(id).orElseThrow().fileName()).isEqualTo("b.txt");
  }

  @Test
  void aHostThatRedirectsForeverIsLeftAfterFive() throws Exception {
    // Given
    RawServer server = redirecting(302, "/again");

    // When
    FetchResult result = fetch(server.at("localhost", "/a"));

    // Then
    assertThat(result)
        .isEqualTo(new FetchResult.Failed("The file's host redirects too often.", false));
    assertThat(server.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://[", "http://a b/"})
  void aRedirectToNowhereFails(String location) throws Exception {
    FetchResult result = fetch(redirecting(302, location).at("localhost", "/a"));

    assertThat(result).isInstanceOfAny(FetchResult.Failed.class);
    assertThat(((FetchResult.Failed) result).retryable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://[64:ff9b::7f00:1]:%d/",
        "http://2130706433:%d/",
        "http://0:%d/",
        "http://169.254.169.254:%d/latest/meta-data/",
        "http://user:password@localhost:%d/",
        "file:///etc/passwd",
        "ftp://localhost/a.txt",
        "gopher://localhost/a.txt",
      })
  void aRedirectIntoTheInsideIsNotFollowed(String target) throws Exception {
    // Given
    RawServer inside = server(HELLO);
    RawServer outside = redirecting(302, target.formatted(inside.port()));

    // When
    FetchResult result = fetch(outside.at("localhost", "/a"));

    // Then
    assertThat(reason(result)).isEqualTo(RefusalReason.FORBIDDEN_ADDRESS);
    assertThat(inside.requests()).isEmpty();
  }

  @Test
  void plainHttpIsRefusedUnlessAllowed() throws Exception {
    // Given
    RawServer server = server(HELLO);

    // When
    FetchResult result =
        fetcher(Map.of("parley.files.fetch.plain-http", "false"))
            .fetch(FileRequest.of(id, server.at("localhost", "/a.txt"), any -> Map.of()));

    // Then
    assertThat(reason(result)).isEqualTo(RefusalReason.FORBIDDEN_ADDRESS);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aNameWithOneAddressInsideIsRefused() throws Exception {
    // Given
    RawServer inside = server(HELLO);
    List<String> resolved = new CopyOnWriteArrayList<>();

    // When
    FetchResult result =
        fetcher(Map.of(), resolver(resolved, "93.184.216.34", "127.0.0.1"))
            .fetch(FileRequest.of(id, inside.at("media.example", "/a.txt"), any -> Map.of()));

    // Then
    assertThat(reason(result)).isEqualTo(RefusalReason.FORBIDDEN_ADDRESS);
    assertThat(inside.requests()).isEmpty();
  }

  /** A second resolution, after the check, is what rebinding needs. */
  @Test
  void aNameIsResolvedOnceAndThatAddressIsUsed() throws Exception {
    // Given
    RawServer server = server(HELLO);
    List<String> resolved = new CopyOnWriteArrayList<>();

    // When
    FetchResult result =
        fetcher(
                Map.of("parley.files.fetch.allowed-hosts", "Media.Example"),
                resolver(resolved, "127.0.0.1"))
            .fetch(FileRequest.of(id, server.at("media.example", "/a.txt"), any -> Map.of()));

    // Then
    assertThat(result).isInstanceOf(FetchResult.Stored.class);
    assertThat(resolved).containsExactly("media.example");
    assertThat(server.requests().getFirst()).contains("Host: media.example:" + server.port());
  }

  @Test
  void anUnknownHostMayBeKnownLater() throws Exception {
    // When
    FetchResult result =
        fetcher(Map.of(), resolver(new ArrayList<>()))
            .fetch(FileRequest.of(id, URI.create("http://media.example/a"), any -> Map.of()));

    // Then
    assertThat(result).isEqualTo(new FetchResult.Failed("The file's host is not known.", true));
  }

  @Test
  void aHostThatDoesNotAnswerMayAnswerLater() throws Exception {
    // Given
    RawServer server = server(HELLO);
    server.close();

    // When
    FetchResult result = fetch(server.at("localhost", "/a.txt"));

    // Then
    assertThat(((FetchResult.Failed) result).retryable()).isTrue();
  }

  @Test
  void httpsIsNotTakenInPlain() throws Exception {
    // Given
    RawServer server = server(HELLO);

    // When
    FetchResult result = fetch(URI.create("https://localhost:" + server.port() + "/a.txt"));

    // Then
    assertThat(result).isInstanceOf(FetchResult.Failed.class);
    assertThat(store.exists(id)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "401, ACCESS_DENIED",
    "403, ACCESS_DENIED",
    "404, NOT_FOUND",
    "410, GONE",
    "451, GONE",
  })
  void aStatusThatStaysIsARefusal(int status, RefusalReason reason) throws Exception {
    assertThat(reason(fetch(answering(status)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "202, true",
    "204, true",
    "206, true",
    "304, false",
    "400, false",
    "405, false",
    "408, true",
    "425, true",
    "429, true",
    "500, true",
    "502, true",
    "503, true",
  })
  void anyOtherStatusIsAFailure(int status, boolean retryable) throws Exception {
    assertThat(((FetchResult.Failed) fetch(answering(status))).retryable()).isEqualTo(retryable);
  }

  @Test
  void aLengthThatIsTooLargeIsRefusedBeforeTheBody() throws Exception {
    // Given
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes("HTTP/1.1 200 OK\nContent-Length: 100001\n\n"));
              out.flush();
              Thread.sleep(Duration.ofMinutes(5));
            });

    // When
    FetchResult result = fetch(server.at("localhost", "/a.txt"));

    // Then
    assertThat(reason(result)).isEqualTo(RefusalReason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0 200 OK\n\n", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n"})
  void anEndlessBodyIsLeftAtTheLimit(String head) throws Exception {
    // Given
    byte[] chunk = RawServer.bytes(head.contains("chunked") ? "a\n0123456789\n" : "0123456789");
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes(head));
              while (true) {
                out.write(chunk);
              }
            });

    // When
    FetchResult result = fetch(server.at("localhost", "/a.txt"));

    // Then
    assertThat(reason(result)).isEqualTo(RefusalReason.TOO_LARGE);
    await().until(() -> server.interruptions() == 1);
    assertThat(store.exists(id)).isFalse();
  }

  @Test
  void aBodyThatEndsEarlyIsNotStored() throws Exception {
    // When
    FetchResult result =
        fetch(server("HTTP/1.1 200 OK\nContent-Length: 500\n\nhello").at("localhost", "/a.txt"));

    // Then
    assertThat(((FetchResult.Failed) result).retryable()).isTrue();
    assertThat(store.exists(id)).isFalse();
  }

  @Test
  void nothingIsDecompressed() throws Exception {
    // Given
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[10_000_000]);
    }
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n"));
              out.write(bomb.toByteArray());
            });

    // When
    FetchResult result = fetch(server.at("localhost", "/a.txt"));

    // Then
    assertThat(((FetchResult.Failed) result).retryable()).isFalse();
    assertThat(server.requests().getFirst()).contains("Accept-Encoding: identity\n");
    assertThat(store.exists(id)).isFalse();
  }

  @Test
  void aBlockedContentIsRefused() throws Exception {
    // Given
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes("HTTP/1.0 200 OK\nContent-Type: image/jpeg\n\n"));
              out.write(Contents.EXE);
            });

    // When, Then
    assertThat(reason(fetch(server.at("localhost", "/a.jpg"))))
        .isEqualTo(RefusalReason.BLOCKED_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\nX: ", "HTTP/1.0 200 OK\n\n"})
  void aHostThatTricklesIsLeftAtTheTimeLimit(String start) throws Exception {
    // Given
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes(start));
              while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(Duration.ofMillis(50));
              }
            });
    FileFetcher fetcher = fetcher(Map.of("parley.files.fetch.time-limit", "PT1S"));
    long begun = System.nanoTime();

    // When
    FetchResult result =
        fetcher.fetch(FileRequest.of(id, server.at("localhost", "/a.txt"), any -> Map.of()));

    // Then
    assertThat(result)
        .isEqualTo(new FetchResult.Failed("The download took longer than 1 s.", true));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aHostThatFallsSilentIsLeft() throws Exception {
    // Given
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes("HTTP/1.0 200 OK\n\nhel"));
              out.flush();
              Thread.sleep(Duration.ofMinutes(5));
            });
    FileFetcher fetcher = fetcher(Map.of("parley.files.fetch.silence", "PT0.3S"));

    // When
    FetchResult result =
        fetcher.fetch(FileRequest.of(id, server.at("localhost", "/a.txt"), any -> Map.of()));

    // Then
    assertThat(((FetchResult.Failed) result).retryable()).isTrue();
    assertThat(store.exists(id)).isFalse();
  }

  @Test
  void endlessHeadersAreLeft() throws Exception {
    // Given
    RawServer server =
        server(
            out -> {
              out.write(RawServer.bytes("HTTP/1.1 200 OK\n"));
              while (true) {
                out.write(RawServer.bytes("X-Header: value\n"));
              }
            });

    // When
    FetchResult result = fetch(server.at("localhost", "/a.txt"));

    // Then
    assertThat(result).isInstanceOf(FetchResult.Failed.class);
    await().until(() -> server.interruptions() == 1);
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    // When
    FetchResult result = fetch(URI.create("https://localhost:70000/a.txt"));

    // Then
    assertThat(result).isInstanceOf(FetchResult.Refused.class);
  }

  @Test
  void withoutConfigurationOnlyHttpsToPublicHostsIsFetched() {
    FetchSettings settings = Settings.of(FetchSettings.class, Map.of());

    assertThat(settings.allowedHosts()).isEmpty();
    assertThat(settings.plainHttp()).isFalse();
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.connections()).isEqualTo(32);
  }

  private FetchResult fetch(URI url) {
    return fetcher(Map.of()).fetch(FileRequest.of(id, url, any -> Map.of()));
  }

  private FileFetcher fetcher(Map<String, String> properties) {
    return fetcher(properties, SystemDefaultDnsResolver.INSTANCE);
  }

  private FileFetcher fetcher(Map<String, String> properties, DnsResolver resolver) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "parley.files.fetch.plain-http", "true",
                "parley.files.fetch.allowed-hosts", "localhost"));
    all.putAll(properties);
    FileFetcher fetcher =
        new FileFetcher(
            new FileIntake(rules, store, folder.resolve("spool")),
            store,
            rules,
            Settings.of(FetchSettings.class, all),
            resolver);
    open.add(fetcher);
    return fetcher;
  }

  private RawServer server(String answer) throws IOException {
    return server(out -> out.write(RawServer.bytes(answer)));
  }

  private RawServer server(RawServer.Answer answer) throws IOException {
    RawServer server = new RawServer(answer);
    open.add(server);
    return server;
  }

  private RawServer redirecting(int status, String location) throws IOException {
    String header = location.isEmpty() ? "" : "Location: " + location + "\n";
    return server("HTTP/1.1 " + status + " x\n" + header + "Content-Length: 0\n\n");
  }

  private URI answering(int status) throws IOException {
    String length = status == 204 || status == 304 ? "" : "Content-Length: 0\n";
    return server("HTTP/1.1 " + status + " x\n" + length + "\n").at("localhost", "/a.txt");
  }

  private static DnsResolver resolver(List<String> resolved, String... addresses) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        resolved.add(host);
        InetAddress[] found = new InetAddress[addresses.length];
        for (int index = 0; index < found.length; index++) {
          found[index] = InetAddress.getByName(addresses[index]);
        }
        return found;
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static RefusalReason reason(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Refused.class);
    return ((FetchResult.Refused) result).refusal().reason();
  }
}
