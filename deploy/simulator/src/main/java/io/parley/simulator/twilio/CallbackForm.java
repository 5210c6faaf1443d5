package io.parley.simulator.twilio;

import io.parley.simulator.http.Parameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a status callback (twilio-sms.md §5.1, twilio-whatsapp.md §7). */
final class CallbackForm {

  private static final DateTimeFormatter RECEIPT_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  private CallbackForm() {}

  static Parameters of(Message message, Address sender, StatusStep step, Instant now) {
    boolean whatsApp = message.to().channel() == Channel.WHATSAPP;
    Map<String, String> form = new LinkedHashMap<>();
    if (whatsApp && step.status() == MessageStatus.READ) {
      form.put("EventType", "READ");
    }
    form.put("SmsSid", message.sid());
    form.put("SmsStatus", step.status().shown());
    form.put("MessageStatus", step.status().shown());
    if (whatsApp) {
      form.put("ChannelPrefix", "whatsapp");
      form.put("ChannelInstallSid", Sids.lasting("XE", sender.text()));
    } else if (step.status() == MessageStatus.DELIVERED
        || step.status() == MessageStatus.UNDELIVERED) {
      form.put("RawDlrDoneDate", RECEIPT_TIME.format(now));
    }
    form.put("To", message.to().text());
    form.put("MessageSid", message.sid());
    form.put("AccountSid", message.accountSid());
    form.put("From", sender.text());
    form.put("ApiVersion", Paths.VERSION);
    if (message.serviceSid() != null) {
      form.put("MessagingServiceSid", message.serviceSid());
    }
    putError(form, step, whatsApp);
    return Parameters.of(form);
  }

  private static void putError(Map<String, String> form, StatusStep step, boolean whatsApp) {
    if (step.errorCode() != null) {
      form.put("ErrorCode", String.valueOf(step.errorCode()));
    }
    if (step.errorMessage() != null) {
      form.put(whatsApp ? "ChannelStatusMessage" : "ErrorMessage", step.errorMessage());
    }
  }
}
