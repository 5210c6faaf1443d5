package io.parley.simulator.contract;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Delivery reports and inbound messages (channels-and-accounts.md §6.2). */
final class ContractCalls {

  private ContractCalls() {}

  /**
   * A delivery report.
   *
   * @param reason why the message was not delivered; null if it was
   */
  static Webhook report(
      ContractSettings channel,
      Endpoint endpoint,
      OutboundRequest request,
      String messageId,
      @Nullable String reason,
      String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ChannelDefinitionId", channel.channelDefinitionId());
    body.put("RequestId", request.requestId());
    body.put("MessageId", messageId);
    body.put("From", request.from());
    body.put("OrganizationId", channel.organizationId());
    body.put("Status", reason == null ? "Delivered" : "NotDelivered");
    if (reason != null) {
      body.put("Details", ContractAnswer.details(reason, message));
    }
    return webhook("status", messageId, channel, endpoint, body);
  }

  static Webhook inbound(
      ContractSettings channel, Endpoint endpoint, ContractOrder order, String id, String text) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("text", text);
    parts.putAll(order.parts());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ChannelDefinitionId", channel.channelDefinitionId());
    body.put("To", order.to());
    body.put("From", order.from());
    body.put("OrganizationId", channel.organizationId());
    body.put("Message", parts);
    return webhook("inbound", id, channel, endpoint, body);
  }

  private static Webhook webhook(
      String kind,
      String id,
      ContractSettings channel,
      Endpoint endpoint,
      Map<String, Object> body) {
    Map<String, String> headers = new HashMap<>(channel.headers());
    headers.put("Content-Type", "application/json; charset=utf-8");
    return Webhook.post(kind, id, endpoint.address(), headers, Json.write(body));
  }
}
