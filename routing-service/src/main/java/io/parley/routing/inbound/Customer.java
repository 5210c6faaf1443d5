package io.parley.routing.inbound;

import io.parley.events.CustomerSignalled;
import io.parley.events.MessageReceived;
import io.parley.routing.conversation.Identity;
import java.util.UUID;

/**
 * Who goes on with the same conversation: one customer at one address of ours.
 *
 * @param channelAddressId the address of ours
 * @param address the customer's
 */
record Customer(UUID channelAddressId, String address) {

  static Customer of(MessageReceived message) {
    return new Customer(message.channelAddressId(), message.from().value());
  }

  static Customer of(CustomerSignalled signal) {
    return new Customer(signal.channelAddressId(), signal.from().value());
  }

  static Customer of(Identity identity) {
    return new Customer(identity.channelAddressId(), identity.customer().value());
  }
}
