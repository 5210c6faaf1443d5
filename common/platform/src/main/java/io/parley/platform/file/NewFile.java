package io.parley.platform.file;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a file when it is stored.
 *
 * @param id chosen by the caller, who repeats it when it repeats the call
 * @param fileName sanitised, see {@link FileName}
 * @param contentType the media type under which it will be served
 * @param statedType the media type its sender stated, only where the content contradicts it
 */
public record NewFile(UUID id, String fileName, String contentType, @Nullable String statedType) {}
