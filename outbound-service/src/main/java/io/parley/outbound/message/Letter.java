package io.parley.outbound.message;

import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.TraceParent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants sent. It never changes.
 *
 * @param id chosen by the author
 * @param conversationId whose line it stands in
 * @param channelAddressId the address of ours to send from
 * @param to the customer
 * @param content what to send
 * @param author who wrote it
 * @param requestedAt when it was written
 * @param lastCustomerMessageAt the customer's last message as far as the author knew
 * @param traceParent the trace it belongs to
 * @param takenAt when outbound took it in; its age counts from here
 */
public record Letter(
    UUID id,
    UUID conversationId,
    UUID channelAddressId,
    CustomerAddress to,
    MessageContent content,
    String author,
    Instant requestedAt,
    @Nullable Instant lastCustomerMessageAt,
    TraceParent traceParent,
    Instant takenAt) {}
