package io.parley.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3FileStoreTest extends FileStoreContract {

  private final BlobStoreContext context =
      ContextBuilder.newBuilder("transient-nio2")
          .credentials("unused", "unused")
          .build(BlobStoreContext.class);
  private final BlobStore blobs = context.getBlobStore();
  private final S3Proxy server =
      S3Proxy.builder()
          .blobStore(blobs)
          .endpoint(URI.create("http://127.0.0.1:0"))
          .awsAuthentication(AuthenticationType.AWS_V4, "parley", "secret")
          .jettyMaxThreads(64)
          .build();

  S3FileStoreTest(@TempDir Path folder) {
    super(folder);
  }

  @BeforeEach
  void start() throws Exception {
    server.start();
    blobs.createContainerInLocation(null, "files");
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    context.close();
  }

  @Override
  FileStore store() {
    return store(Map.of());
  }

  private S3FileStore store(Map<String, String> more) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "parley.files.store", "s3",
                "parley.files.spool", folder.resolve("spool").toString(),
                "parley.files.s3.bucket", "files",
                "parley.files.s3.endpoint", "http://127.0.0.1:" + server.getPort(),
                "parley.files.s3.path-style", "true",
                // What stays unanswered is repeated; by default only after half a minute.
                "parley.files.s3.silence", "PT10S",
                "parley.files.s3.access-key", "parley",
                "parley.files.s3.secret-key", "secret",
                "parley.files.s3.prefix", "attachments/"));
    properties.putAll(more);
    return S3Connection.open(Settings.of(FileSettings.class, properties), clock);
  }

  @Test
  void whoComesSecondBetweenQuestionAndWriteLearnsOfTheFirst() throws Exception {
    // Given
    UUID id = UUID.randomUUID();
    StoredFile first = put(store(), id);
    AtomicInteger calls = new AtomicInteger();
    HttpServer stub =
        stub(
            exchange -> {
              switch (calls.incrementAndGet()) {
                case 1 -> exchange.sendResponseHeaders(404, -1);
                case 2 -> {
                  assertThat(exchange.getRequestHeaders().getFirst("If-None-Match")).isEqualTo("*");
                  exchange.getRequestBody().readAllBytes();
                  exchange.sendResponseHeaders(412, -1);
                }
                default -> answerWith(exchange, first);
              }
            });

    // When, Then
    try {
      assertThat(put(store(at(stub)), id)).isEqualTo(first);
    } finally {
      stub.stop(0);
    }
  }

  @Test
  void aStoreWithoutConditionalWritesIsWrittenToWithoutCondition() throws Exception {
    // Given
    UUID id = UUID.randomUUID();
    List<Boolean> conditional = new CopyOnWriteArrayList<>();
    HttpServer stub =
        stub(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(404, -1);
              } else {
                conditional.add(exchange.getRequestHeaders().containsKey("If-None-Match"));
                exchange.sendResponseHeaders(conditional.getLast() ? 501 : 200, -1);
              }
            });

    // When
    try {
      put(store(at(stub)), id);
    } finally {
      stub.stop(0);
    }

    // Then
    assertThat(conditional).endsWith(true, false);
  }

  private static HttpServer stub(HttpHandler handler) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
    return server;
  }

  private static Map<String, String> at(HttpServer stub) {
    return Map.of("parley.files.s3.endpoint", "http://127.0.0.1:" + stub.getAddress().getPort());
  }

  private static void answerWith(HttpExchange exchange, StoredFile file) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", file.contentType());
    exchange.getResponseHeaders().add("Content-Length", String.valueOf(file.size()));
    exchange.getResponseHeaders().add("x-amz-meta-parley-name", file.fileName());
    exchange.getResponseHeaders().add("x-amz-meta-parley-sha256", file.sha256());
    exchange.getResponseHeaders().add("x-amz-meta-parley-stored-at", file.storedAt().toString());
    exchange.sendResponseHeaders(200, -1);
  }

  @Test
  void anObjectIsNamedByPrefixAndId() throws Exception {
    // Given
    UUID id = UUID.randomUUID();

    // When
    put(store(), id);

    // Then
    assertThat(blobs.blobExists("files", "attachments/" + id)).isTrue();
  }

  @Test
  void wrongCredentialsAreAFailureAndNotAMissingFile() {
    FileStore store = store(Map.of("parley.files.s3.secret-key", "wrong"));

    assertThatThrownBy(() -> store.find(UUID.randomUUID())).isInstanceOf(FileStoreException.class);
    assertThatThrownBy(() -> store.open(UUID.randomUUID())).isInstanceOf(FileStoreException.class);
    assertThatThrownBy(() -> put(store, UUID.randomUUID())).isInstanceOf(FileStoreException.class);
  }

  @Test
  void aStoreThatIsDownIsAFailureAndNotAMissingFile() throws Exception {
    FileStore store = store(Map.of("parley.files.s3.connect-timeout", "PT1S"));
    server.stop();

    assertThatThrownBy(() -> store.find(UUID.randomUUID())).isInstanceOf(FileStoreException.class);
  }

  @Test
  void aMissingBucketIsSaidWhenTheStoreIsMade() {
    assertThatThrownBy(() -> store(Map.of("parley.files.s3.bucket", "")))
        .hasMessageContaining("parley.files.s3.bucket");
  }

  @Test
  void halfACredentialIsSaidWhenTheStoreIsMade() {
    assertThatThrownBy(() -> store(Map.of("parley.files.s3.secret-key", "")))
        .hasMessageContaining("parley.files.s3.secret-key");
  }

  private static StoredFile put(FileStore store, UUID id) throws IOException {
    return store.put(
        new NewFile(id, "a.txt", "text/plain", null), new ByteArrayInputStream(new byte[3]), 10);
  }
}
