package io.parley.simulator.azure;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/**
 * A sender of a resource.
 *
 * @param sms none, inbound, outbound or inbound+outbound, which is the default
 * @param unverified a toll-free number that carriers do not let through
 * @param partner infobip for a number leased there
 */
public record SenderSettings(
    String sender,
    SenderType type,
    @Nullable String sms,
    boolean unverified,
    @Nullable String partner) {

  private static final String BOTH_WAYS = "inbound+outbound";

  public SenderSettings {
    if (!Fields.required(type, "type").fits(Fields.required(sender, "sender"))) {
      throw new InvalidFieldException("sender", "does not have the form of its type");
    }
    sms =
        Fields.matching(
            Fields.orElse(sms, BOTH_WAYS), "none|inbound|outbound|inbound\\+outbound", "sms");
    if (partner != null) {
      Fields.matching(partner, "infobip", "partner");
    }
  }

  public static SenderSettings tollFree(String number) {
    return new SenderSettings(number, SenderType.TOLL_FREE, null, false, null);
  }

  public static SenderSettings of(String sender, SenderType type) {
    return new SenderSettings(sender, type, null, false, null);
  }

  boolean mayWrite() {
    return Fields.orElse(sms, BOTH_WAYS).contains("outbound");
  }
}
