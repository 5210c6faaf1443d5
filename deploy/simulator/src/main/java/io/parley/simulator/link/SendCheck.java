package io.parley.simulator.link;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import io.parley.simulator.provider.Refusal;
import io.parley.simulator.provider.Segments;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code POST /sms/send} asks of a message (link-mobility.md §4). */
final class SendCheck {

  private static final int MOST_SEGMENTS = 254;
  private static final Set<String> TYPES = Set.of("SHORTNUMBER", "ALPHANUMERIC", "MSISDN");
  private static final Set<String> CODINGS = Set.of("TEXT", "GSM", "UCS2", "BINARY");

  /**
   * A message that LINK takes.
   *
   * @param gates where its reports go; none if none are wanted
   * @param silent whether the answer is 204 without an id
   * @param counted whether the answer tells the number of parts
   */
  record Draft(
      String source,
      String destination,
      String text,
      int segments,
      List<Gate> gates,
      @Nullable String refId,
      boolean silent,
      boolean counted) {}

  private SendCheck() {}

  /**
   * @param gates the account's
   * @throws Refusal with LINK's code
   */
  static Draft check(LinkSettings account, List<Gate> gates, String body, Instant now) {
    try {
      return checked(account, gates, JsonObject.parse(body), now);
    } catch (InvalidFieldException e) {
      throw LinkError.CONTENT_INVALID.refused(e.field() + " " + e.getMessage());
    }
  }

  private static Draft checked(
      LinkSettings account, List<Gate> gates, JsonObject body, Instant now) {
    if (!body.requiredText("platformId").equals(account.platformId())) {
      throw LinkError.PLATFORM.refused();
    }
    if (!body.requiredText("platformPartnerId").equals(account.platformPartnerId())) {
      throw LinkError.PARTNER.refused();
    }
    String source = source(account, body);
    String destination = destination(body);
    String text = text(body);
    validity(body, now);
    body.word("priority", Set.of("HIGH", "NORMAL", "LOW"));
    body.text("moReferenceId");
    boolean counted = customParameters(body);
    return new Draft(
        source,
        destination,
        text,
        Segments.of(text),
        reportGates(body, gates),
        body.text("refId").orElse(null),
        body.bool("ignoreResponse").orElse(true),
        counted);
  }

  private static String source(LinkSettings account, JsonObject body) {
    String source = body.requiredText("source");
    String type = body.text("sourceTON").orElse("ALPHANUMERIC");
    if (!TYPES.contains(type)) {
      throw LinkError.SOURCE_TYPE_UNSUPPORTED.refused();
    }
    String form =
        switch (type) {
          case "SHORTNUMBER" -> "[0-9]{1,14}";
          case "MSISDN" -> "\\+[1-9][0-9]{4,14}";
          default -> "[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,11}";
        };
    if (!source.matches(form) || !account.sources().contains(source)) {
      throw LinkError.SOURCE_INVALID.refused();
    }
    return source;
  }

  private static String destination(JsonObject body) {
    String destination = body.requiredText("destination");
    if (!body.text("destinationTON").orElse("MSISDN").equals("MSISDN")) {
      throw LinkError.DESTINATION_TYPE_UNSUPPORTED.refused();
    }
    if (!destination.matches("\\+[1-9][0-9]{4,14}")) {
      throw LinkError.DESTINATION_INVALID.refused();
    }
    return destination;
  }

  private static String text(JsonObject body) {
    String text = body.requiredText("userData");
    String coding = body.text("dcs").orElse("TEXT");
    boolean outsideBasicPlane = text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    if (!CODINGS.contains(coding) || outsideBasicPlane) {
      throw LinkError.ENCODING_UNSUPPORTED.refused();
    }
    body.text("userDataHeader")
        .filter(header -> !header.matches("([0-9A-Fa-f]{2})+"))
        .ifPresent(
            bad -> {
              throw body.invalid("userDataHeader", "must be hexadecimal");
            });
    if (Segments.of(text) > MOST_SEGMENTS) {
      throw body.invalid("userData", "must have at most 254 segments");
    }
    return text;
  }

  private static void validity(JsonObject body, Instant now) {
    body.integer("relativeValidityTime", 1, Duration.ofDays(2).toMillis());
    body.text("absoluteValidityTime")
        .filter(time -> !isBetween(time, now.plusSeconds(900), now.plus(Duration.ofDays(2))))
        .ifPresent(
            bad -> {
              throw body.invalid("absoluteValidityTime", "must be 15 minutes to 48 hours ahead");
            });
  }

  /** Whether the number of parts is asked for. */
  private static boolean customParameters(JsonObject body) {
    return body.object("customParameters")
        .map(
            parameters -> {
              parameters.names().forEach(parameters::text);
              return parameters.text("replySmsCount").orElse("").equals("true");
            })
        .orElse(false);
  }

  private static List<Gate> reportGates(JsonObject body, List<Gate> gates) {
    boolean wanted = body.bool("useDeliveryReport").orElse(true);
    List<String> ids = body.texts("deliveryReportGates");
    if (!wanted) {
      return List.of();
    }
    if (ids.isEmpty()) {
      throw LinkError.NO_GATES.refused();
    }
    List<Gate> found = gates.stream().filter(gate -> ids.contains(gate.idOrNone())).toList();
    if (found.size() < ids.size()) {
      throw LinkError.GATE_UNAVAILABLE.refused();
    }
    return found;
  }

  private static boolean isBetween(String time, Instant least, Instant most) {
    try {
      Instant instant = OffsetDateTime.parse(time).toInstant();
      return !instant.isBefore(least) && !instant.isAfter(most);
    } catch (DateTimeException malformed) {
      return false;
    }
  }
}
