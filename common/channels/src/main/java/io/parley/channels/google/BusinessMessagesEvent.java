package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.MessageIds;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.QuotedMessage;
import io.parley.events.Selection;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event of Business Messages (providers/google-business-messages.md §4). */
final class BusinessMessagesEvent {

  /** The id of what a customer taps to ask for a person. */
  static final String LIVE_AGENT = "requested_live_agent";

  private static final String LIVE_AGENT_TITLE = "Asked to talk to a person";

  private final JsonFields fields;
  private final OpenAccount account;
  private final ChannelAddress ours;
  private final CustomerAddress customer;
  private final Instant receivedAt;

  private BusinessMessagesEvent(
      JsonFields fields,
      OpenAccount account,
      ChannelAddress ours,
      CustomerAddress customer,
      Instant receivedAt) {
    this.fields = fields;
    this.account = account;
    this.ours = ours;
    this.customer = customer;
    this.receivedAt = receivedAt;
  }

  /** Reads it. */
  static Reception read(JsonNode body, OpenAccount account, Instant receivedAt) {
    if (!body.isObject()) {
      return GoogleReceiver.notUnderstood("the body is not a JSON object");
    }
    JsonFields fields = new JsonFields(body);
    if (body.path("receipts").isObject()) {
      return Receipts.read(body, account, receivedAt);
    }
    String agent = fields.peek("agent");
    Optional<ChannelAddress> ours = GoogleAddresses.ours(account, agent);
    if (ours.isEmpty()) {
      return GoogleReceiver.notUnderstood(
          "the account has no address " + GoogleAddresses.printable(agent));
    }
    Optional<String> conversation = Optional.ofNullable(fields.takeId("conversationId"));
    if (conversation.isEmpty()) {
      return GoogleReceiver.notUnderstood("an event without conversationId");
    }
    fields.drop("agent", "dialogflowResponse");
    CustomerAddress customer =
        new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, conversation.get());
    return new BusinessMessagesEvent(fields, account, ours.get(), customer, receivedAt).read();
  }

  private Reception read() {
    if (fields.node("message").isObject()) {
      return message();
    }
    if (fields.node("suggestionResponse").isObject()) {
      return suggestionResponse();
    }
    if (fields.node("userStatus").isObject()) {
      return userStatus();
    }
    if (fields.node("surveyResponse").isObject()) {
      return GoogleReceiver.notUnderstood("a survey answer; Parley has no place for it yet");
    }
    return GoogleReceiver.notUnderstood(
        fields.node("authenticationResponse").isObject()
            ? "an answer to a request to sign in, which Parley never makes"
            : "an event of a kind that is not known");
  }

  private Reception message() {
    Optional<String> id =
        Optional.ofNullable(fields.takeId("message.messageId"))
            .or(() -> EventIds.last(fields.peek("message.name")));
    if (id.isEmpty()) {
      return GoogleReceiver.notUnderstood("a message without messageId");
    }
    fields.drop("message.name");
    String text = fields.takeText("message.text");
    List<Media> media = CustomerImage.of(text).map(url -> new Media(url, null)).stream().toList();
    return understood(
        received(
            id.get(),
            media.isEmpty() ? text : "",
            media,
            null,
            null,
            sentAt("message.createTime")));
  }

  private Reception suggestionResponse() {
    String createTime = fields.peek("suggestionResponse.createTime");
    String message = fields.peek("suggestionResponse.message");
    String postback = fields.take("suggestionResponse.postbackData");
    String title = fields.take("suggestionResponse.text");
    if (postback == null && title == null) {
      return GoogleReceiver.notUnderstood("a tapped suggestion without text and postbackData");
    }
    QuotedMessage quoted =
        EventIds.last(message).map(id -> new QuotedMessage(id, null)).orElse(null);
    if (quoted != null) {
      fields.drop("suggestionResponse.message");
    }
    return understood(
        received(
            requestId(message, postback, title, createTime),
            title == null ? String.valueOf(postback) : title,
            List.of(),
            new Selection(Selection.Kind.BUTTON, postback, title, null),
            quoted,
            sentAt("suggestionResponse.createTime")));
  }

  /** Typing, and asking for a person. A stop may come without a word about typing. */
  private Reception userStatus() {
    String createTime = fields.peek("userStatus.createTime");
    boolean liveAgent = isTrue(fields.take("userStatus.requestedLiveAgent"));
    String typing = fields.take("userStatus.isTyping");
    List<CustomerSignalled> signals = new ArrayList<>();
    if (typing != null || fields.node("userStatus.requestedLiveAgent").isMissingNode()) {
      Signal signal = isTrue(typing) ? Signal.TYPING_STARTED : Signal.TYPING_STOPPED;
      signals.add(
          new CustomerSignalled(
              account.id(),
              ours.id(),
              Channel.GOOGLE_BUSINESS_MESSAGES,
              GoogleProvider.NAME,
              requestId(signal.name(), createTime),
              customer,
              signal,
              receivedAt));
    }
    List<MessageReceived> messages = new ArrayList<>();
    if (liveAgent) {
      messages.add(
          received(
              requestId(LIVE_AGENT, createTime),
              "",
              List.of(),
              new Selection(Selection.Kind.BUTTON, LIVE_AGENT, LIVE_AGENT_TITLE, null),
              null,
              sentAt("userStatus.createTime")));
    }
    return new Reception.Understood(messages, List.of(), signals, List.of(), WebhookAnswer.OK);
  }

  private MessageReceived received(
      String id,
      String text,
      List<Media> media,
      @Nullable Selection selection,
      @Nullable QuotedMessage quoted,
      @Nullable Instant sentAt) {
    CustomerProfile profile =
        new CustomerProfile(
            fields.take("context.userInfo.displayName"), null, null, null, null, null, null);
    return new MessageReceived(
        account.id(),
        ours.id(),
        Channel.GOOGLE_BUSINESS_MESSAGES,
        GoogleProvider.NAME,
        id,
        customer,
        null,
        ours.address(),
        text,
        media,
        null,
        selection,
        quoted,
        null,
        profile,
        null,
        fields.rest(),
        sentAt,
        receivedAt);
  }

  /** Google's id of the call; where there is none, one made of what it says. */
  private String requestId(@Nullable String... says) {
    return Optional.ofNullable(MessageIds.theirs(fields.peek("requestId")))
        .orElseGet(() -> customer.value() + "/" + EventIds.of(says));
  }

  private @Nullable Instant sentAt(String path) {
    for (String candidate : List.of(path, "sendTime")) {
      Instant time = fields.takeTime(candidate);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static boolean isTrue(@Nullable String value) {
    return value != null && value.strip().equalsIgnoreCase("true");
  }

  private static Reception understood(MessageReceived message) {
    return Reception.Understood.message(message, WebhookAnswer.OK);
  }
}
