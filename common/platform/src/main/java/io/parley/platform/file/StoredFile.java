package io.parley.platform.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored file. It never changes.
 *
 * @param id chosen by whoever stored it
 * @param fileName sanitised, see {@link FileName}
 * @param contentType the media type under which it is served
 * @param statedType the media type its sender stated, only where the content contradicts it
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal
 * @param storedAt when it was stored first
 */
public record StoredFile(
    UUID id,
    String fileName,
    String contentType,
    @Nullable String statedType,
    long size,
    String sha256,
    Instant storedAt) {}
