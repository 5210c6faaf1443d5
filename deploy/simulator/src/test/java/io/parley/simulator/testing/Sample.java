package io.parley.simulator.testing;

import io.parley.simulator.twilio.AccountSettings;
import io.parley.simulator.twilio.NumberSettings;

/** An account with one SMS number and one WhatsApp sender; values as in the provider files. */
public final class Sample {

  public static final String ACCOUNT = "AC00112233445566778899aabbccddeeff";
  public static final String OTHER_ACCOUNT = "ACffeeddccbbaa99887766554433221100";
  public static final String TOKEN = "6f1e2d3c4b5a69788796a5b4c3d2e1f0";
  public static final String NUMBER = "+12065550100";
  public static final String CUSTOMER = "+12065550142";
  public static final String WHATSAPP_NUMBER = "+12065550177";
  public static final String WHATSAPP_SENDER = "whatsapp:" + WHATSAPP_NUMBER;
  public static final String WHATSAPP_CUSTOMER = "whatsapp:+31612345678";
  public static final String SMS_URL = "https://desk.example.org/webhooks/twilio/ch_7";
  public static final String STATUS_URL = SMS_URL + "/status";
  public static final String WHATSAPP_URL = "https://desk.example.org/webhooks/twilio-wa/ch_9";
  public static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

  private Sample() {}

  /** Webhooks are signed for the public host and delivered to the base. */
  public static AccountSettings account(String deliverTo) {
    return AccountSettings.of(TOKEN)
        .with(
            NumberSettings.sms(NUMBER, SMS_URL).deliveredTo(deliverTo),
            NumberSettings.whatsApp(WHATSAPP_NUMBER, WHATSAPP_URL).deliveredTo(deliverTo));
  }
}
