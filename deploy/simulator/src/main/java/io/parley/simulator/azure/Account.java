package io.parley.simulator.azure;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A resource under its name. */
record Account(String id, AccountSettings settings) {

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    keys.add(settings.accessKey());
    if (settings.secondaryAccessKey() != null) {
      keys.add(settings.secondaryAccessKey());
    }
    return keys;
  }

  Optional<SenderSettings> sender(String sender) {
    return settings.senders().stream().filter(s -> s.sender().equals(sender)).findFirst();
  }

  MessageIds ids() {
    return Fields.orElse(settings.messageIds(), MessageIds.NOAM);
  }

  CallbackDelays delays() {
    return Fields.orElse(settings.deliverDelays(), CallbackDelays.DEFAULT);
  }

  String topic() {
    return Fields.orElse(
        settings.topic(),
        "/subscriptions/1111/resourceGroups/rg1/providers/microsoft.communication"
            + "/communicationservices/"
            + id);
  }
}
