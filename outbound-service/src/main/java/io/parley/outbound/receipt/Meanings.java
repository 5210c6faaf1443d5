package io.parley.outbound.receipt;

import io.parley.channels.ReceiptMeaning;
import io.parley.outbound.customer.ConsentNews;
import io.parley.outbound.customer.CustomerKey;
import io.parley.outbound.message.Letter;
import io.parley.outbound.message.Message;
import io.parley.outbound.provider.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies reports to messages, with what the provider's error codes mean. */
@ApplicationScoped
public class Meanings {

  private final Routes routes;

  Meanings(Routes routes) {
    this.routes = routes;
  }

  /**
   * A message after some reports, and what they say about the customer's consent.
   *
   * @param message the message after them
   * @param consent ends of consent that they tell of
   */
  public record Applied(Message message, List<ConsentNews> consent) {

    public Applied {
      consent = List.copyOf(consent);
    }
  }

  /** Applies reports in their order. */
  public Applied apply(Message message, List<Receipt> receipts, Instant now) {
    Message after = message;
    List<ConsentNews> consent = new ArrayList<>();
    for (Receipt receipt : receipts) {
      Optional<ReceiptMeaning> meaning =
          routes
              .provider(receipt.provider())
              .flatMap(provider -> receipt.meaning(provider.sender()::meaningOf));
      after = after.move(after.standing().after(receipt.report(meaning).standing()), now);
      if (meaning.map(ReceiptMeaning::optedOut).orElse(false)) {
        consent.add(refusal(message.letter(), receipt.receivedAt()));
      }
    }
    return new Applied(after, consent);
  }

  /** The provider refused a letter because the customer does not want it. */
  public static ConsentNews refusal(Letter letter, Instant at) {
    return new ConsentNews(
        new CustomerKey(letter.channelAddressId(), letter.to().value()),
        true,
        at,
        ConsentNews.Source.PROVIDER_REFUSAL);
  }
}
