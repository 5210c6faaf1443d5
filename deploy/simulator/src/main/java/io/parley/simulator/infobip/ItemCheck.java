package io.parley.simulator.infobip;

import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Segments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts or rejects each recipient; either way the request is answered with 200. */
final class ItemCheck {

  private static final int MOST_PARTS = 25;
  private static final int MOST_BYTES = 4_000;
  private static final int MOST_EQUAL = 6;
  private static final int MOST_DIFFERENT = 20;
  private static final int RECIPIENTS = 10_000;

  private record Sent(String text, Instant at) {}

  private final Clock clock;
  private final Bounded<String, List<Sent>> lately = new Bounded<>(RECIPIENTS);

  ItemCheck(Clock clock) {
    this.clock = clock;
  }

  void clear() {
    lately.clear();
  }

  /**
   * The status in the answer.
   *
   * @param idIsUsed whether the account has sent a message with this id before
   */
  SmsStatus check(Account account, Draft draft, boolean idIsUsed) {
    Integer rejected = rejected(account, draft, idIsUsed);
    return rejected == null ? SmsStatus.ACCEPTED : SmsStatus.of(rejected);
  }

  private @Nullable Integer rejected(Account account, Draft draft, boolean idIsUsed) {
    AccountSettings settings = account.settings();
    if (draft.to().startsWith("0")) {
      return 8;
    }
    if (!draft.to().matches("[1-9][0-9]{6,14}")) {
      return 52;
    }
    if (idIsUsed) {
      return 23;
    }
    if (draft.sender() == null
        ? settings.senders().isEmpty()
        : !settings.senders().contains(draft.sender())) {
      return 11;
    }
    if (!settings.verifiedRecipients().isEmpty()
        && !settings.verifiedRecipients().contains(draft.to())) {
      return 18;
    }
    if (account.blocked().contains(draft.to())) {
      return 14;
    }
    if (Segments.of(draft.text()) > MOST_PARTS
        || draft.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return 25;
    }
    if (settings.floodProtection() && floods(account, draft)) {
      return 20;
    }
    return account.pays() ? null : 12;
  }

  private synchronized boolean floods(Account account, Draft draft) {
    String key = account.id() + " " + draft.to();
    Instant now = clock.instant();
    List<Sent> sent = new ArrayList<>(lately.get(key).orElse(List.of()));
    sent.removeIf(s -> s.at().plus(Duration.ofHours(1)).isBefore(now));
    long equal = sent.stream().filter(s -> s.text().equals(draft.text())).count();
    long different = sent.stream().map(Sent::text).distinct().count();
    boolean flood = equal >= MOST_EQUAL || (equal == 0 && different >= MOST_DIFFERENT);
    if (!flood) {
      sent.add(new Sent(draft.text(), now));
    }
    lately.put(key, sent);
    return flood;
  }
}
