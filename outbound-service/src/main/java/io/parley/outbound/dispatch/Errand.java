package io.parley.outbound.dispatch;

import io.parley.channels.OutgoingMessage;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.Standing;
import io.parley.outbound.provider.Route;
import java.time.Instant;
import java.util.List;

/** A call to a provider that has been recorded and is now to be made. */
sealed interface Errand {

  /** The message in the state that records the call. */
  Message message();

  /** Its way. */
  Route route();

  /** What is to be sent, or was, in the provider's terms. */
  OutgoingMessage outgoing();

  /**
   * Sends the message.
   *
   * @param calling the state that records the call, with its lease
   */
  record Send(Message message, Standing.Calling calling, Route route, OutgoingMessage outgoing)
      implements Errand {}

  /**
   * Asks whether an earlier attempt was taken.
   *
   * @param question which question it is, counted for the message
   * @param askedAt when it was decided to ask, so the question is put no earlier
   * @param suspectSince when the first doubtful attempt began
   * @param takenElsewhere provider ids of other messages to the same customer
   * @param hasDouble whether another message with the same content to the same customer is open,
   *     too; then what is found could be either
   * @param mayRepeat whether nothing stands against sending it now
   */
  record Ask(
      Message message,
      Route route,
      OutgoingMessage outgoing,
      int question,
      Instant askedAt,
      Instant suspectSince,
      List<String> takenElsewhere,
      boolean hasDouble,
      boolean mayRepeat)
      implements Errand {

    public Ask {
      takenElsewhere = List.copyOf(takenElsewhere);
    }
  }
}
