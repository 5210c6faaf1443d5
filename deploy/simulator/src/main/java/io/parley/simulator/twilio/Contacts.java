package io.parley.simulator.twilio;

import io.parley.simulator.provider.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the provider knows of each pair: opt-outs and the last inbound message. */
final class Contacts {

  private static final Duration SESSION = Duration.ofHours(24);
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");

  private final Bounded<Pair, Boolean> optedOut;
  private final Bounded<Pair, Instant> lastInbound;

  Contacts(int most) {
    optedOut = new Bounded<>(most);
    lastInbound = new Bounded<>(most);
  }

  /** Takes note of an inbound message: opens the session and obeys a keyword. */
  void received(
      Address customer,
      Address sender,
      @Nullable MessagingServiceSettings service,
      String body,
      Instant now) {
    lastInbound.put(new Pair(sender.text(), customer.text()), now);
    boolean obeyed =
        sender.channel() == Channel.SMS
            ? !sender.isShortCode()
            : service != null && service.advancedOptOut();
    if (obeyed) {
      Pair pair = pair(customer, sender, service);
      keyword(body, sender)
          .ifPresent(
              word -> {
                switch (word) {
                  case STOP -> optedOut.put(pair, true);
                  case START -> optedOut.remove(pair);
                  case HELP -> {}
                }
              });
    }
  }

  boolean hasOptedOut(
      Address customer, @Nullable Address sender, @Nullable MessagingServiceSettings service) {
    boolean fromService = service != null && optedOut.has(new Pair(service.sid(), customer.text()));
    return fromService
        || (sender != null && optedOut.has(new Pair(sender.text(), customer.text())));
  }

  /** Whether the user wrote to the sender less than 24 hours ago (twilio-whatsapp.md §5). */
  boolean inSession(Address customer, Address sender, Instant now) {
    return lastInbound
        .get(new Pair(sender.text(), customer.text()))
        .filter(at -> Duration.between(at, now).compareTo(SESSION) < 0)
        .isPresent();
  }

  /** The keyword that the whole body consists of; toll-free numbers do not know YES. */
  static Optional<Keyword> keyword(String body, Address sender) {
    String word = body.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      return Optional.of(Keyword.STOP);
    }
    if (START.contains(word) && !(sender.isTollFree() && word.equals("YES"))) {
      return Optional.of(Keyword.START);
    }
    return HELP.contains(word) ? Optional.of(Keyword.HELP) : Optional.empty();
  }

  void clear() {
    optedOut.clear();
    lastInbound.clear();
  }

  private static Pair pair(
      Address customer, Address sender, @Nullable MessagingServiceSettings service) {
    return new Pair(service == null ? sender.text() : service.sid(), customer.text());
  }

  /** Kinds of opt-out keyword (twilio-sms.md §8). */
  enum Keyword {
    STOP,
    START,
    HELP
  }
}
