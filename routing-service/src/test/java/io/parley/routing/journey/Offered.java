package io.parley.routing.journey;

import java.util.UUID;

/**
 * An offer as an agent sees it.
 *
 * @param id the offer
 * @param version to be sent with the answer
 * @param conversationId what is offered
 */
public record Offered(UUID id, long version, UUID conversationId) {}
