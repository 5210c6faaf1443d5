package io.parley.simulator.vibes;

import io.parley.simulator.http.Answer;
import java.util.Map;

/** Refusals: Vibes publishes neither statuses nor shapes, so these are the file's guesses (§2). */
final class VibesError {

  private VibesError() {}

  /** A 200 that describes a failure and has no {@code messageId}. */
  static Answer.Reply inBody(String submitterMessageId, String description, String code) {
    String submitter =
        submitterMessageId.isEmpty() ? "" : Xml.attribute("submitterMessageId", submitterMessageId);
    String xml =
        "<mtMessageRsp"
            + submitter
            + "><status isError=\"true\"><description>"
            + Xml.escaped(description)
            + "</description><errorCode>"
            + Xml.escaped(code)
            + "</errorCode></status></mtMessageRsp>";
    return new Answer.Reply(200, Map.of("Content-Type", "text/xml"), xml, code);
  }

  static Answer.Reply system(int status, String description) {
    return Answer.text(
        status,
        "text/xml",
        Xml.DECLARATION
            + "<error><description>"
            + Xml.escaped(description)
            + "</description></error>");
  }
}
