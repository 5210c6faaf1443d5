package io.parley.ingress.observation;

import io.parley.events.WebhookObserved.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a provider as administrators may see it.
 *
 * @param accountId the account whose URL was called
 * @param purpose what the URL is for
 * @param from network address of who called, if it is known
 * @param earlierKey whether it came to the account's earlier URL
 */
public record Sighting(
    UUID accountId, Purpose purpose, @Nullable String from, boolean earlierKey) {}
