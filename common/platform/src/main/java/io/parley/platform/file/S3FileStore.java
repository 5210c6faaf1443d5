package io.parley.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket of an S3-compatible store: one object per file, named by its id, with what is
 * known of it in the object's own metadata. An object appears whole or not at all, and is written
 * only where none is ({@code If-None-Match}); a store that does not know this condition is asked
 * beforehand instead.
 */
final class S3FileStore implements FileStore, AutoCloseable {

  private static final String NAME = "parley-name";
  private static final String STATED_TYPE = "parley-stated-type";
  private static final String SHA_256 = "parley-sha256";
  private static final String STORED_AT = "parley-stored-at";
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_IMPLEMENTED = 501;

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final Path spoolFolder;
  private final Clock clock;

  /**
   * @param client closed with this
   * @param prefix begins every object's key; may be empty
   * @param spoolFolder for the content on its way to the store
   */
  S3FileStore(S3Client client, String bucket, String prefix, Path spoolFolder, Clock clock) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.spoolFolder = spoolFolder;
    this.clock = clock;
  }

  @Override
  public StoredFile put(NewFile file, InputStream content, long largest) throws IOException {
    try (Spool spool = Spool.of(spoolFolder, content, largest)) {
      Optional<StoredFile> known = find(file.id());
      if (known.isEmpty()) {
        StoredFile stored = spool.stored(file, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (write(stored, spool)) {
          return stored;
        }
        known = find(file.id());
      }
      StoredFile first =
          known.orElseThrow(
              () -> new IOException("file " + file.id() + " was stored and deleted meanwhile"));
      if (!first.sha256().equals(spool.sha256())) {
        throw new FileConflictException(file.id());
      }
      return first;
    }
  }

  /** False when there is an object already. */
  private boolean write(StoredFile file, Spool content) throws IOException {
    PutObjectRequest anyway =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key(file.id()))
            .contentType(file.contentType())
            .contentLength(file.size())
            .metadata(metadata(file))
            .build();
    RequestBody body = RequestBody.fromFile(content.path());
    try {
      client.putObject(anyway.toBuilder().ifNoneMatch("*").build(), body);
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw unavailable(e);
      }
    } catch (SdkException e) {
      throw unavailable(e);
    }
    try {
      client.putObject(anyway, body);
      return true;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Optional<StoredFile> find(UUID id) throws IOException {
    try {
      var head = client.headObject(request -> request.bucket(bucket).key(key(id)));
      return Optional.of(stored(id, head.metadata(), head.contentType(), head.contentLength()));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw unavailable(e);
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Optional<OpenFile> open(UUID id) throws IOException {
    try {
      ResponseInputStream<GetObjectResponse> content =
          client.getObject(request -> request.bucket(bucket).key(key(id)));
      GetObjectResponse object = content.response();
      return Optional.of(
          new OpenFile(
              stored(id, object.metadata(), object.contentType(), object.contentLength()),
              content));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean delete(UUID id) throws IOException {
    if (!exists(id)) {
      return false;
    }
    try {
      client.deleteObject(request -> request.bucket(bucket).key(key(id)));
      return true;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private String key(UUID id) {
    return prefix + id;
  }

  /** Metadata travel in headers, where only ASCII is safe. */
  private static Map<String, String> metadata(StoredFile file) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(NAME, URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8));
    metadata.put(SHA_256, file.sha256());
    metadata.put(STORED_AT, file.storedAt().toString());
    if (file.statedType() != null) {
      metadata.put(STATED_TYPE, URLEncoder.encode(file.statedType(), StandardCharsets.UTF_8));
    }
    return metadata;
  }

  private static StoredFile stored(
      UUID id, Map<String, String> metadata, String contentType, long size) throws IOException {
    String name = metadata.get(NAME);
    String sha256 = metadata.get(SHA_256);
    String storedAt = metadata.get(STORED_AT);
    String statedType = metadata.get(STATED_TYPE);
    if (name == null || sha256 == null || storedAt == null) {
      throw new IOException("object " + id + " was not written by Parley");
    }
    return new StoredFile(
        id,
        URLDecoder.decode(name, StandardCharsets.UTF_8),
        contentType,
        statedType == null ? null : URLDecoder.decode(statedType, StandardCharsets.UTF_8),
        size,
        sha256,
        Instant.parse(storedAt));
  }

  private static FileStoreException unavailable(SdkException e) {
    return new FileStoreException("the S3 store does not do what it is asked", e);
  }
}
