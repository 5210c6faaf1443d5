package io.parley.simulator.testing;

import io.parley.simulator.Simulator;
import java.io.IOException;

/** A simulator with the sample account, and the application that it calls. */
public final class Stage implements AutoCloseable {

  public final Receiver receiver = new Receiver();
  public final Simulator simulator = Simulator.start(0);
  public final Caller caller = new Caller(simulator.baseUrl(), Sample.ACCOUNT, Sample.TOKEN);

  public Stage() {
    simulator.twilio().putAccount(Sample.ACCOUNT, Sample.account(receiver.base()));
  }

  /** Sends a text to the sample customer, with status callbacks. */
  public Caller.Result send(String body) throws IOException, InterruptedException {
    return caller.post(
        Sample.MESSAGES,
        "To",
        Sample.CUSTOMER,
        "From",
        Sample.NUMBER,
        "Body",
        body,
        "StatusCallback",
        Sample.STATUS_URL);
  }

  public Caller.Result sendWhatsApp(String... more) throws IOException, InterruptedException {
    String[] fields = {
      "To", Sample.WHATSAPP_CUSTOMER,
      "From", Sample.WHATSAPP_SENDER,
      "StatusCallback", Sample.WHATSAPP_URL + "/status"
    };
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return caller.post(Sample.MESSAGES, all);
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
  }
}
