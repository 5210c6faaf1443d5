package io.parley.outbound.dispatch;

import io.parley.channels.OutgoingMessage;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress;
import io.parley.outbound.customer.CustomerFacts;
import io.parley.outbound.customer.CustomerKey;
import io.parley.outbound.customer.CustomerLedger;
import io.parley.outbound.message.Change;
import io.parley.outbound.message.Letter;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.MessageLedger;
import io.parley.outbound.message.Standing;
import io.parley.outbound.pace.Room;
import io.parley.outbound.provider.Route;
import io.parley.outbound.provider.Routes;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.database.Transaction;
import io.parley.platform.provider.ClientConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes the heads of due lines and records what is about to be done with them. A conversation's
 * earliest unfinished message is its head, so it holds back only its own conversation.
 */
@ApplicationScoped
class Claims {

  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final MessageLedger messages;
  private final CustomerLedger customers;
  private final AttemptLedger attempts;
  private final Neighbours neighbours;
  private final Routes routes;
  private final Clearance clearance;
  private final Verdict verdict;
  private final Duration lease;

  Claims(
      MessageLedger messages,
      CustomerLedger customers,
      AttemptLedger attempts,
      Neighbours neighbours,
      Routes routes,
      Clearance clearance,
      DispatchConfiguration configuration,
      ClientConfiguration calls,
      RandomGenerator random) {
    if (configuration.lease().compareTo(calls.longestCall()) <= 0) {
      throw new IllegalArgumentException(
          "parley.outbound.dispatch.lease must be longer than a call may take");
    }
    this.messages = messages;
    this.customers = customers;
    this.attempts = attempts;
    this.neighbours = neighbours;
    this.routes = routes;
    this.clearance = clearance;
    this.verdict = new Verdict(configuration, random);
    this.lease = configuration.lease();
  }

  /**
   * What a round of claiming came to.
   *
   * @param errands calls to be made once the transaction has committed
   * @param more whether there may be more that is due already
   */
  record Claimed(List<Errand> errands, boolean more) {

    static final Claimed NOTHING = new Claimed(List.of(), false);

    Claimed {
      errands = List.copyOf(errands);
    }
  }

  Claimed take(
      Transaction transaction, ConfigurationSnapshot configuration, Room room, Instant now) {
    List<Message> heads = dueHeads(transaction, configuration, room, now);
    if (heads.isEmpty()) {
      return Claimed.NOTHING;
    }
    Map<CustomerKey, CustomerFacts> facts =
        customers.facts(transaction, heads.stream().map(head -> customer(head.letter())).toList());
    List<Errand> errands = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Message head : heads) {
      Optional<Route> route = routes.from(head.letter().channelAddressId(), configuration);
      CustomerFacts known = facts.getOrDefault(customer(head.letter()), CustomerFacts.NONE);
      Message after =
          switch (head.standing()) {
            case Standing.Queued queued -> begin(head, queued, route, known, now);
            case Standing.Calling calling ->
                ask(head, verdict.leaseEnded(calling, now), route, now);
            case Standing.Resolving resolving -> ask(head, resolving, route, now);
            case Standing.Concluded concluded -> head;
          };
      changes.add(new Change(head, after));
      route.flatMap(way -> errand(transaction, after, way, known, now)).ifPresent(errands::add);
    }
    messages.write(transaction, changes);
    attempts.begin(
        transaction,
        errands.stream().filter(Errand.Send.class::isInstance).map(Errand::message).toList(),
        now);
    return new Claimed(errands, errands.size() < heads.size() || heads.size() == room.calls());
  }

  /** Those that there is room for. Full accounts are passed over, however many lines wait there. */
  private List<Message> dueHeads(
      Transaction transaction, ConfigurationSnapshot configuration, Room room, Instant now) {
    Map<UUID, Integer> underWay = new HashMap<>(room.underWay());
    Set<UUID> seen = new HashSet<>();
    List<Message> chosen = new ArrayList<>();
    while (chosen.size() < room.calls()) {
      List<Message> heads =
          messages.lockDueHeads(
              transaction,
              now,
              room.calls() - chosen.size(),
              seen,
              addressesOfFullAccounts(configuration, underWay, room.perAccount()));
      if (heads.isEmpty()) {
        break;
      }
      for (Message head : heads) {
        seen.add(head.letter().conversationId());
        Optional<UUID> account =
            routes
                .from(head.letter().channelAddressId(), configuration)
                .map(route -> route.account().id());
        if (account.isEmpty() || underWay.getOrDefault(account.get(), 0) < room.perAccount()) {
          chosen.add(head);
          account.ifPresent(id -> underWay.merge(id, 1, Integer::sum));
        }
      }
    }
    return chosen;
  }

  private static Set<UUID> addressesOfFullAccounts(
      ConfigurationSnapshot configuration, Map<UUID, Integer> underWay, int most) {
    return underWay.values().stream().noneMatch(count -> count >= most)
        ? Set.of()
        : configuration.all(ChannelAddress.class).stream()
            .filter(address -> underWay.getOrDefault(address.accountId(), 0) >= most)
            .map(ChannelAddress::id)
            .collect(Collectors.toSet());
  }

  private Message begin(
      Message head,
      Standing.Queued queued,
      Optional<Route> route,
      CustomerFacts customer,
      Instant now) {
    Optional<DeliveryReason> refusal =
        route
            .map(way -> refusal(head.letter(), way, customer, now))
            .orElse(Optional.of(Clearance.NO_ROUTE));
    if (refusal.isPresent() || route.isEmpty()) {
      return head.move(queued.refuse(refusal.orElse(Clearance.NO_ROUTE)), now);
    }
    return head.attempt(route.get().account().id(), queued.call(now, now.plus(lease)), now);
  }

  /** A letter that a check cannot cope with must not hold up all the others. */
  private Optional<DeliveryReason> refusal(
      Letter letter, Route route, CustomerFacts customer, Instant now) {
    try {
      return clearance.refusal(letter, route, customer, now);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Message cannot be checked. messageId=%s", letter.id());
      return Optional.of(
          new DeliveryReason(
              FailureCause.OTHER, "This message could not be checked. Write it anew.", null));
    }
  }

  private Message ask(
      Message head, Standing.Resolving resolving, Optional<Route> route, Instant now) {
    boolean sameAccount =
        route.map(way -> way.account().id().equals(head.accountId())).orElse(false);
    return head.move(
        sameAccount
            ? resolving.ask(now.plus(lease))
            : verdict.askAgain(resolving, Clearance.NO_ROUTE, now),
        now);
  }

  private Optional<Errand> errand(
      Transaction transaction, Message message, Route route, CustomerFacts customer, Instant now) {
    OutgoingMessage outgoing = Clearance.outgoing(message.letter(), route, customer);
    return switch (message.standing()) {
      case Standing.Calling calling ->
          Optional.of(new Errand.Send(message, calling, route, outgoing));
      case Standing.Resolving resolving when resolving.dueAt().equals(now.plus(lease)) ->
          Optional.of(
              new Errand.Ask(
                  message,
                  route,
                  outgoing,
                  resolving.questions(),
                  now,
                  resolving.suspectSince(),
                  neighbours.providerIds(transaction, message, resolving.suspectSince()),
                  neighbours.hasOpenDouble(transaction, message),
                  refusal(message.letter(), route, customer, now).isEmpty()));
      case Standing.Resolving resolving -> Optional.empty();
      case Standing.Queued queued -> Optional.empty();
      case Standing.Concluded concluded -> Optional.empty();
    };
  }

  private static CustomerKey customer(Letter letter) {
    return new CustomerKey(letter.channelAddressId(), letter.to().value());
  }
}
