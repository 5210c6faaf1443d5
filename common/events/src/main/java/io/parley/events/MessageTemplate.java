package io.parley.events;

import java.util.Map;

/**
 * A template that the channel has approved, with its variables filled in.
 *
 * @param reference the provider's id of the template; for Twilio the Content SID ({@code HX…})
 * @param variables value by placeholder
 */
public record MessageTemplate(String reference, Map<String, String> variables) {

  public MessageTemplate {
    variables = Map.copyOf(variables);
  }
}
