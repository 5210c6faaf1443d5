package io.parley.outbound.media;

import io.parley.outbound.pace.Room;
import io.parley.platform.database.Transaction;
import io.parley.platform.file.fetch.FetchSettings;
import io.parley.platform.provider.ClientConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Takes what is due and records that it is about to be fetched. */
@ApplicationScoped
class MediaClaims {

  private final MediaLedger ledger;
  private final MediaVerdict verdict;
  private final Duration lease;

  MediaClaims(
      MediaLedger ledger,
      MediaConfiguration limits,
      FetchSettings fetches,
      ClientConfiguration calls,
      RandomGenerator random) {
    if (limits.lease().compareTo(fetches.timeLimit().plus(calls.longestCall())) <= 0) {
      throw new IllegalArgumentException(
          "parley.outbound.media.lease must be longer than parley.files.fetch.time-limit and a call"
              + " for an access token together");
    }
    this.ledger = ledger;
    this.verdict = new MediaVerdict(limits, random);
    this.lease = limits.lease();
  }

  /** What is to be fetched once the transaction has committed; no more than there is room for. */
  List<CustomerMedia> take(Transaction transaction, Room room, Instant now) {
    Map<UUID, Integer> underWay = new HashMap<>(room.underWay());
    Set<UUID> seen = new HashSet<>();
    List<CustomerMedia> begun = new ArrayList<>();
    while (begun.size() < room.calls()) {
      List<CustomerMedia> due =
          ledger.lockDue(transaction, now, room.calls() - begun.size(), seen, full(underWay, room));
      if (due.isEmpty()) {
        break;
      }
      for (CustomerMedia media : due) {
        seen.add(media.id());
        UUID account = media.origin().accountId();
        if (underWay.getOrDefault(account, 0) < room.perAccount()) {
          CustomerMedia after = verdict.due(media, now.plus(lease), now);
          ledger.write(transaction, media, after);
          if (after.standing() instanceof MediaStanding.Fetching) {
            underWay.merge(account, 1, Integer::sum);
            begun.add(after);
          }
        }
      }
    }
    return begun;
  }

  private static Set<UUID> full(Map<UUID, Integer> underWay, Room room) {
    return underWay.entrySet().stream()
        .filter(account -> account.getValue() >= room.perAccount())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
