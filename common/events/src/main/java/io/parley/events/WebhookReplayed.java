package io.parley.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator wants a provider's call that was authentic but not understood to be read again.
 * Ingress reads it as the account is configured now; what it understands has the ids that it would
 * have had at first, so a second replay changes nothing.
 *
 * @param accountId the account whose URL was called
 * @param provider name of the provider
 * @param method HTTP method
 * @param subPath what followed the account key
 * @param query the query string as sent
 * @param contentType media type of the body
 * @param body the body, Base64
 * @param receivedAt when the call arrived at first
 * @param requestedBy the administrator's id
 */
public record WebhookReplayed(
    UUID accountId,
    String provider,
    String method,
    String subPath,
    @Nullable String query,
    @Nullable String contentType,
    String body,
    Instant receivedAt,
    String requestedBy)
    implements EventData {}
