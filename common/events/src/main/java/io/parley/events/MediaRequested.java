package io.parley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent wants an attachment that could not be fetched to be fetched again.
 *
 * @param mediaId the attachment
 * @param conversationId the conversation it is shown in
 * @param requestedBy the agent's id
 * @param requestedAt when
 */
public record MediaRequested(
    UUID mediaId, UUID conversationId, String requestedBy, Instant requestedAt)
    implements EventData {}
