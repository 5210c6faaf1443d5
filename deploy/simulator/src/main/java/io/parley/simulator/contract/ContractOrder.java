package io.parley.simulator.contract;

import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message.
 *
 * @param text the part {@code text}; when there are several messages, {@code {n}} stands for the
 *     message's number from 1
 * @param parts further parts
 * @param crowd one message when absent
 */
public record ContractOrder(
    String accountId,
    String from,
    String to,
    String text,
    Map<String, String> parts,
    @Nullable Crowd crowd) {

  public ContractOrder {
    Fields.required(accountId, "accountId");
    Fields.required(from, "from");
    Fields.required(to, "to");
    Fields.required(text, "text");
    parts = Fields.mapOrEmpty(parts);
    crowd = Fields.orElse(crowd, Crowd.ONE);
  }

  Crowd crowdOrOne() {
    return Fields.orElse(crowd, Crowd.ONE);
  }
}
