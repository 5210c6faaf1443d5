package io.parley.simulator.infobip;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

/** What a key may be used for (infobip.md §1). */
public enum Scope {
  @JsonProperty("sms:message:send")
  SMS_MESSAGE_SEND,
  @JsonProperty("message:send")
  MESSAGE_SEND,
  @JsonProperty("sms:manage")
  SMS_MANAGE,
  @JsonProperty("sms:inbound-message:read")
  SMS_INBOUND_MESSAGE_READ,
  @JsonProperty("inbound-message:read")
  INBOUND_MESSAGE_READ,
  @JsonProperty("sms:logs:read")
  SMS_LOGS_READ,
  @JsonProperty("account-management:manage")
  ACCOUNT_MANAGEMENT_MANAGE,
  @JsonProperty("blocklist:manage")
  BLOCKLIST_MANAGE;

  static final Set<Scope> SEND = EnumSet.of(SMS_MESSAGE_SEND, MESSAGE_SEND, SMS_MANAGE);
  static final Set<Scope> INBOX =
      EnumSet.of(SMS_INBOUND_MESSAGE_READ, INBOUND_MESSAGE_READ, SMS_MANAGE);
  static final Set<Scope> LOGS = EnumSet.of(SMS_LOGS_READ, SMS_MANAGE);
  static final Set<Scope> PREVIEW = EnumSet.of(SMS_MANAGE);
  static final Set<Scope> BALANCE = EnumSet.of(ACCOUNT_MANAGEMENT_MANAGE);
  static final Set<Scope> BLOCKLIST = EnumSet.of(BLOCKLIST_MANAGE);
}
