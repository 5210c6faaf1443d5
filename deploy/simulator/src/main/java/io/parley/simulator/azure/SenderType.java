package io.parley.simulator.azure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of senders (azure-communication-services.md §2) with their form and their limit. */
public enum SenderType {
  @JsonProperty("tollFree")
  TOLL_FREE("\\+1[0-9]{10}", 200),
  @JsonProperty("geographic")
  GEOGRAPHIC("\\+1[0-9]{10}", Integer.MAX_VALUE),
  @JsonProperty("mobile")
  MOBILE("\\+[1-9][0-9]{6,14}", Integer.MAX_VALUE),
  @JsonProperty("shortCode")
  SHORT_CODE("[0-9]{5,6}", 6_000),
  @JsonProperty("alphanumeric")
  ALPHANUMERIC("(?=.*[A-Za-z])[A-Za-z0-9 +_&-]{1,11}", 600);

  private final String form;
  private final int perMinute;

  SenderType(String form, int perMinute) {
    this.form = form;
    this.perMinute = perMinute;
  }

  boolean fits(String sender) {
    return sender.matches(form);
  }

  /** Messages per minute of one sender. */
  int perMinute() {
    return perMinute;
  }

  /** Whether it is in the list of phone numbers. */
  boolean isListed() {
    return this != SHORT_CODE && this != ALPHANUMERIC;
  }

  /** As the list of phone numbers shows it. */
  String shown() {
    return this == TOLL_FREE ? "tollFree" : this == MOBILE ? "mobile" : "geographic";
  }

  static boolean fitsAny(String sender) {
    for (SenderType type : values()) {
      if (type.fits(sender)) {
        return true;
      }
    }
    return false;
  }
}
