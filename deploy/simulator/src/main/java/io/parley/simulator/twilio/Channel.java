package io.parley.simulator.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of address that a message travels between. */
public enum Channel {
  @JsonProperty("sms")
  SMS,
  @JsonProperty("whatsapp")
  WHATSAPP
}
