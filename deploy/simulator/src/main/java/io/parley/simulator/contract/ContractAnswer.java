package io.parley.simulator.contract;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.JsonObject;
import io.parley.simulator.http.Problem;
import io.parley.simulator.provider.ErrorForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to outbound requests; a scripted refusal is NotSent unless the rule names a status. */
record ContractAnswer(ContractSettings channel, String requestId) implements ErrorForm {

  static ContractAnswer to(ContractSettings channel, String body) {
    return new ContractAnswer(channel, Json.textAt(body, "/RequestId").orElse(""));
  }

  Answer.Reply sent(String messageId) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ChannelDefinitionId", channel.channelDefinitionId());
    if (!channel.withoutMessageId()) {
      answer.put("MessageId", messageId);
    }
    answer.put("RequestId", requestId);
    answer.put("Status", "Sent");
    return Answer.json(200, answer);
  }

  Answer.Reply notSent(String reason, String message) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ChannelDefinitionId", channel.channelDefinitionId());
    answer.put("RequestId", requestId);
    answer.put("Status", "NotSent");
    answer.put("Details", details(reason, message));
    return Answer.error(200, reason, answer);
  }

  static Map<String, Object> details(String reason, String message) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("Reason", reason);
    details.put("Message", message);
    return details;
  }

  static Answer.Reply problem(int status, String title) {
    return new Problem("about:blank", title, status, title, null).answer();
  }

  /** Whether the document can be answered at all. */
  static JsonObject readable(String body) {
    JsonObject document = JsonObject.parse(body);
    document.requiredText("RequestId");
    return document;
  }

  @Override
  public Answer.Reply tooManyRequests() {
    return problem(429, "Too many requests");
  }

  @Override
  public Answer.Reply serverError(int status) {
    return problem(status, "Server error");
  }

  @Override
  public Answer.Reply refused(Fault.Refuse fault) {
    String reason = fault.code().text();
    String message = fault.messageOr("Refused with " + reason);
    int status = fault.statusOr(200);
    return status == 200 ? notSent(reason, message) : problem(status, message);
  }
}
