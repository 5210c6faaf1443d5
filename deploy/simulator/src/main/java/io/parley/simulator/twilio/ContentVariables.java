package io.parley.simulator.twilio;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The values of a template, as Twilio checks them (twilio-whatsapp.md §5.1). */
record ContentVariables(Map<String, String> values) {

  private static final int MOST = 100;
  private static final int LONGEST_KEY = 16;
  private static final int LONGEST_VALUE = 1600;
  private static final Pattern FORBIDDEN = Pattern.compile("[\\n\\r\\t]| {5}");
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  ContentVariables {
    values = Map.copyOf(values);
  }

  /**
   * @throws RefusedException 21656
   */
  static ContentVariables parse(String json) {
    if (json.isEmpty()) {
      return new ContentVariables(Map.of());
    }
    Map<String, String> values = new HashMap<>();
    try {
      Json.read(json, OBJECT).forEach((key, value) -> values.put(checkedKey(key), checked(value)));
    } catch (InvalidFieldException e) {
      throw TwilioError.INVALID_CONTENT_VARIABLES.refused();
    }
    if (values.size() > MOST) {
      throw TwilioError.INVALID_CONTENT_VARIABLES.refused();
    }
    return new ContentVariables(values);
  }

  private static String checkedKey(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw TwilioError.INVALID_CONTENT_VARIABLES.refused();
    }
    return key;
  }

  private static String checked(Object value) {
    if (value instanceof String text
        && !text.isEmpty()
        && text.length() <= LONGEST_VALUE
        && !FORBIDDEN.matcher(text).find()) {
      return text;
    }
    throw TwilioError.INVALID_CONTENT_VARIABLES.refused();
  }
}
