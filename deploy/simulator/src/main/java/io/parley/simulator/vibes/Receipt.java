package io.parley.simulator.vibes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a message or a part of it (vibes.md §4).
 *
 * @param messageId of the message, or of the part if it is split
 * @param original the id that the sender knows
 * @param part from 1
 * @param failure null for a success
 * @param forwardedTo id under which alternate delivery goes on; empty if it does not
 */
record Receipt(
    String messageId,
    String original,
    int part,
    int parts,
    Source type,
    @Nullable Failure failure,
    String forwardedTo) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("-06:00"));

  /** Who tells. */
  enum Source {
    SYSTEM("System", "Accepted for delivery"),
    CARRIER("Carrier", "Accepted by the carrier"),
    HANDSET("Handset", "Reached the handset");

    private final String shown;
    private final String success;

    Source(String shown, String success) {
      this.shown = shown;
      this.success = success;
    }

    String shown() {
      return shown;
    }
  }

  /**
   * An error.
   *
   * @param errorCode the carrier's; empty if there is none
   * @param internalCode Vibes' own; empty if there is none
   */
  record Failure(Source source, String description, String errorCode, String internalCode) {

    private static final Pattern CODE =
        Pattern.compile("(?:(System|Carrier|Handset)/)?([0-9]{1,6})(?:/([0-9]{1,4}))?");

    /**
     * Reads a fault's code: {@code 9} is Vibes' own, {@code 100} the carrier's, {@code Handset/24}
     * names who tells, {@code Carrier/100/8} adds Vibes' own code.
     */
    static Failure of(String code, @Nullable String description) {
      String text = description == null ? "Carrier did not take the message" : description;
      Matcher match = CODE.matcher(code);
      if (!match.matches()) {
        return new Failure(Source.CARRIER, text, "", "");
      }
      String number = match.group(2);
      String internal = match.group(3) == null ? "" : match.group(3);
      boolean own = match.group(1) == null ? number.length() < 3 : match.group(1).equals("System");
      if (own) {
        return new Failure(Source.SYSTEM, text, "", number);
      }
      Source source = "Handset".equals(match.group(1)) ? Source.HANDSET : Source.CARRIER;
      return new Failure(source, text, number, internal);
    }
  }

  /** For the record: such as {@code Handset}, {@code Carrier error}. */
  String shown() {
    return type.shown() + (failure == null ? "" : " error");
  }

  /**
   * The body of the webhook.
   *
   * @param submitterMessageId left out when empty
   * @param bare whether a message that is not split has no {@code multipart}
   */
  String xml(String submitterMessageId, boolean bare, Instant at) {
    StringBuilder xml = new StringBuilder(Xml.DECLARATION).append("<mtMessageResponse");
    xml.append(Xml.attribute("messageId", messageId));
    if (!submitterMessageId.isEmpty()) {
      xml.append(Xml.attribute("submitterMessageId", submitterMessageId));
    }
    xml.append(Xml.attribute("receiptDate", DATE.format(at)));
    if (!forwardedTo.isEmpty()) {
      xml.append(Xml.attribute("fwdToMessageId", forwardedTo));
    }
    xml.append(">");
    if (parts > 1 || !bare) {
      xml.append("<multipart")
          .append(Xml.attribute("isMultipart", String.valueOf(parts > 1)))
          .append(Xml.attribute("originalMessageId", parts > 1 ? original : ""))
          .append(Xml.attribute("noOfParts", String.valueOf(parts)))
          .append(Xml.attribute("partNumber", String.valueOf(part)))
          .append("/>");
    }
    xml.append("<type>").append(type.shown()).append("</type>");
    return xml.append(status()).append("</mtMessageResponse>").toString();
  }

  private String status() {
    if (failure == null) {
      return "<status isError=\"false\"><description>" + type.success + "</description></status>";
    }
    return "<status isError=\"true\"><description>"
        + Xml.escaped(failure.description())
        + "</description>"
        + element("errorCode", failure.errorCode())
        + element("internalErrorCode", failure.internalCode())
        + "</status>";
  }

  private static String element(String name, String value) {
    return value.isEmpty() ? "" : "<" + name + ">" + value + "</" + name + ">";
  }
}
