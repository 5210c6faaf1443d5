package io.parley.channels;

import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress;
import java.util.UUID;

/**
 * A message about to be sent.
 *
 * @param id our id
 * @param from our address
 * @param to the customer
 * @param content what to send
 */
public record OutgoingMessage(
    UUID id, ChannelAddress from, CustomerAddress to, MessageContent content) {}
