package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallContext;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.events.Channel;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/** Calls to Google's APIs (providers/google-business-messages.md §1, §5 and part II). */
final class GoogleCalls {

  static final String BUSINESS_MESSAGES_HOST = "businessmessages.googleapis.com";
  static final String RCS_HOST = "rcsbusinessmessaging.googleapis.com";
  static final String MANAGEMENT = "https://businesscommunications.googleapis.com";

  private static final String JSON = "application/json";

  private GoogleCalls() {}

  /** Sends a message; the same call again sends it once at most. */
  static ProviderRequest send(OutgoingMessage message, CallContext context) {
    Channel channel = message.from().channel();
    return new ProviderRequest(
        "POST",
        context.at(api(context, channel) + path(message)),
        Map.of(
            "Authorization", List.of("Bearer " + context.token()),
            "Content-Type", List.of(JSON),
            "Accept", List.of(JSON),
            "User-Agent", List.of(userAgent(channel))),
        OutgoingJson.of(message, context.account().settings()));
  }

  /** Asks which features of RCS a customer's phone has; sends nothing. */
  static ProviderRequest capabilities(
      CallContext context, String token, String agent, String phoneNumber, String requestId) {
    return get(
        context,
        token,
        api(context, Channel.RCS)
            + "/v1/phones/"
            + encoded(phoneNumber)
            + "/capabilities?requestId="
            + requestId
            + "&agentId="
            + encoded(agent));
  }

  /**
   * Asks for an agent of Business Messages.
   *
   * @param agent {@code brands/B/agents/A}
   */
  static ProviderRequest agent(CallContext context, String token, String agent) {
    return get(context, token, MANAGEMENT + "/v1/" + agent);
  }

  private static ProviderRequest get(CallContext context, String token, String url) {
    return new ProviderRequest(
        "GET",
        context.at(url),
        Map.of("Authorization", List.of("Bearer " + token), "Accept", List.of(JSON)),
        new byte[0]);
  }

  private static String path(OutgoingMessage message) {
    Channel channel = message.from().channel();
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES ->
          "/v1/conversations/" + encoded(message.recipient()) + "/messages";
      case RCS ->
          "/v1/phones/"
              + encoded(international(message.recipient()))
              + "/agentMessages?messageId="
              + message.id()
              + "&agentId="
              + encoded(message.from().address());
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  private static String api(CallContext context, Channel channel) {
    String usual =
        switch (channel) {
          case GOOGLE_BUSINESS_MESSAGES -> BUSINESS_MESSAGES_HOST;
          case RCS -> RCS_HOST;
          case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
        };
    return "https://" + context.account().optionalSetting(GoogleForm.API_HOST).orElse(usual);
  }

  private static String userAgent(Channel channel) {
    return channel == Channel.RCS ? "parley" : "parley/business-messages";
  }

  private static String international(String phoneNumber) {
    return phoneNumber.startsWith("+") ? phoneNumber : "+" + phoneNumber;
  }

  /** For a path and a query alike. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
