package io.parley.channels.infobip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer came onto Infobip's blocklist or left it (providers/infobip.md §6). Whoever is on it
 * gets nothing, whyever that is; whoever leaves it wants messages again only if the customer did
 * it.
 */
final class BlocklistEvent {

  private static final Set<String> BY_THE_CUSTOMER = Set.of("MO", "URL_OPT_OUT");

  private BlocklistEvent() {}

  static Reception read(JsonFields fields, OpenAccount account, Instant receivedAt) {
    String event = upper(fields.peek("event"));
    if (!event.equals("BLOCK") && !event.equals("UNBLOCK")) {
      return notUnderstood("an event of Infobip that means nothing to Parley");
    }
    String channel = upper(fields.peek("content.channel"));
    boolean byCustomer = BY_THE_CUSTOMER.contains(upper(fields.peek("content.sourceType")));
    if (!(channel.isEmpty() || channel.equals("SMS")) || (event.equals("UNBLOCK") && !byCustomer)) {
      return Reception.Understood.nothing(WebhookAnswer.OK);
    }
    Optional<Customer> customer = CustomerNumbers.read(fields.peek("content.destination"), null);
    if (customer.isEmpty()) {
      return notUnderstood("a change of the blocklist without a destination");
    }
    String sender = fields.peek("content.sender");
    List<ChannelAddress> ours =
        sender == null ? account.addresses() : OwnAddresses.find(account, sender).stream().toList();
    if (ours.isEmpty()) {
      return notUnderstood(OwnAddresses.unknown(sender));
    }
    Signal signal = event.equals("BLOCK") ? Signal.OPTED_OUT : Signal.OPTED_IN;
    return new Reception.Understood(
        List.of(),
        List.of(),
        ours.stream()
            .map(
                address ->
                    new CustomerSignalled(
                        account.id(),
                        address.id(),
                        account.channel(),
                        InfobipProvider.NAME,
                        signalId(fields, address),
                        customer.get().address(),
                        signal,
                        receivedAt))
            .toList(),
        List.of(),
        WebhookAnswer.OK);
  }

  /** One event may be about several addresses, and has an id of its own only sometimes. */
  private static String signalId(JsonFields fields, ChannelAddress address) {
    return UUID.nameUUIDFromBytes((fields.json() + address.id()).getBytes(UTF_8)).toString();
  }

  private static String upper(@Nullable String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }

  private static Reception notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, WebhookAnswer.OK);
  }
}
