package io.parley.routing.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was uploaded and can be sent.
 *
 * @param id to be named in {@code attachmentIds} of one message
 * @param fileName as the customer will see it; made safe
 * @param contentType what its content is
 * @param size bytes
 * @param expiresAt until when it can be sent; it is removed afterwards
 */
record AttachmentView(UUID id, String fileName, String contentType, long size, Instant expiresAt) {}
