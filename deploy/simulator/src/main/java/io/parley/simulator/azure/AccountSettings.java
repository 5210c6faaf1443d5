package io.parley.simulator.azure;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Communication Services resource.
 *
 * @param accessKey Base64
 * @param secondaryAccessKey Base64
 * @param suspended everything is refused with 403
 * @param messageIds the form of message ids; {@code NOAM} when absent
 * @param olderEvents names in events begin with a capital, and newer fields are missing
 * @param rateLimits whether the documented limits per minute are in force
 * @param repeatabilitySeconds how long a repeatability id is remembered; 600 when 0
 * @param topic the resource's id in Azure; one made of its name when absent
 * @param deliverDelays the report comes after {@code sentMs} and {@code deliveredMs}
 */
public record AccountSettings(
    String accessKey,
    @Nullable String secondaryAccessKey,
    boolean suspended,
    List<SenderSettings> senders,
    @Nullable MessageIds messageIds,
    boolean olderEvents,
    boolean rateLimits,
    int repeatabilitySeconds,
    @Nullable String topic,
    @Nullable CallbackDelays deliverDelays) {

  public AccountSettings {
    checkKey(Fields.required(accessKey, "accessKey"), "accessKey");
    if (secondaryAccessKey != null) {
      checkKey(secondaryAccessKey, "secondaryAccessKey");
    }
    senders = Fields.listOrEmpty(senders);
    messageIds = Fields.orElse(messageIds, MessageIds.NOAM);
    repeatabilitySeconds =
        Fields.between(
            repeatabilitySeconds == 0 ? 600 : repeatabilitySeconds,
            1,
            86_400,
            "repeatabilitySeconds");
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
  }

  public static AccountSettings of(String accessKey, SenderSettings... senders) {
    return new AccountSettings(
        accessKey, null, false, List.of(senders), null, false, false, 0, null, null);
  }

  private static void checkKey(String key, String field) {
    try {
      if (Base64.getDecoder().decode(key).length == 0) {
        throw new InvalidFieldException(field, "must not be empty");
      }
    } catch (InvalidFieldException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(field, "must be Base64");
    }
  }
}
