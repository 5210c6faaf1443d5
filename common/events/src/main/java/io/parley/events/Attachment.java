package io.parley.events;

import java.util.UUID;

/**
 * A file that an agent attached. It lies in Parley's file store; the provider gets a link that
 * expires.
 *
 * @param fileId its id in the file store
 * @param fileName as the customer sees it
 * @param contentType what its content is, such as {@code application/pdf}
 * @param size bytes
 */
public record Attachment(UUID fileId, String fileName, String contentType, long size) {}
