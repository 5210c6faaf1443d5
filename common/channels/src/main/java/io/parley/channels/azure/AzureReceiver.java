package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.JsonBody;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Event Grid's calls, in both of its schemas (providers/azure-communication-services.md §4). It
 * never repeats what is answered 400, 401 or 403, so those are kept for what is certainly not
 * Azure's; everything else is acknowledged, because a batch is repeated as a whole.
 */
final class AzureReceiver implements WebhookReceiver {

  private static final String RECEIVED = "microsoft.communication.smsreceived";
  private static final String REPORTED = "microsoft.communication.smsdeliveryreportreceived";
  private static final Set<String> GOODBYES = Set.of("subscriptiondeletion", "unsubscribe");

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    boolean post = request.method().equals("POST");
    if (!post && !request.method().equals("OPTIONS")) {
      return Optional.of(new Reception.Malformed("Event Grid calls with POST or OPTIONS"));
    }
    if (!WebhookSecrets.areKept(request, account)) {
      return Optional.of(
          new Reception.NotAuthentic(
              "the webhook secret is missing or wrong; expected in the query as "
                  + WebhookSecrets.QUERY
                  + " or in a delivery header, at "
                  + request.publicUrl()));
    }
    return post ? post(request, account) : Optional.empty();
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (request.method().equals("OPTIONS")) {
      return Reception.Understood.nothing(Handshake.options(request, account));
    }
    if (request.header("aeg-event-type").map(AzureReceiver::isGoodbye).orElse(false)) {
      return Reception.Understood.nothing(WebhookAnswer.OK);
    }
    return events(EventElement.split(JsonBody.read(request.body())), account, receivedAt);
  }

  /** Nothing: it holds the webhook secret and is not read. */
  @Override
  public @Nullable String keptQuery(@Nullable String rawQuery, OpenAccount account) {
    return null;
  }

  private static Optional<Reception.Refusal> post(WebhookRequest request, OpenAccount account) {
    String contentType = request.header("Content-Type").orElse("application/json");
    String mediaType = ContentTypes.mediaType(contentType);
    boolean json = mediaType.equals("application/json") || mediaType.endsWith("+json");
    if (!json || !ContentTypes.isUtf8(contentType)) {
      return Optional.of(
          new Reception.UnsupportedType("expected JSON or CloudEvents as JSON, in UTF-8"));
    }
    JsonNode body = JsonBody.read(request.body());
    if (!body.isContainerNode()) {
      return Optional.of(new Reception.Malformed("not a JSON object or array"));
    }
    return subscription(request, account).or(() -> resource(body, account));
  }

  private static Optional<Reception.Refusal> subscription(
      WebhookRequest request, OpenAccount account) {
    Optional<String> expected = account.optionalSetting(AzureSettings.SUBSCRIPTION_NAMES);
    String name = request.header("aeg-subscription-name").orElse("").strip();
    return expected.isEmpty()
            || Arrays.stream(expected.get().split(",")).anyMatch(one -> isSame(one, name))
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic(
                    "the event subscription is none of "
                        + expected.get()
                        + " (aeg-subscription-name)")
                .because("aeg-subscription-name"));
  }

  /**
   * An element of another resource among ours is not read; a call without any of ours is refused.
   */
  private static Optional<Reception.Refusal> resource(JsonNode body, OpenAccount account) {
    Optional<String> expected = account.optionalSetting(AzureSettings.RESOURCE_ID);
    List<JsonNode> elements = EventElement.split(body);
    return expected.isEmpty()
            || elements.isEmpty()
            || elements.stream()
                .map(EventElement::read)
                .flatMap(Optional::stream)
                .anyMatch(event -> event.isOf(expected.get()))
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic("the event is not about resource " + expected.get()));
  }

  private static Reception events(
      List<JsonNode> elements, OpenAccount account, Instant receivedAt) {
    List<MessageReceived> messages = new ArrayList<>();
    List<ReceiptReceived> receipts = new ArrayList<>();
    List<Reception.Unread> unread = new ArrayList<>();
    WebhookAnswer answer = WebhookAnswer.OK;
    for (JsonNode element : elements) {
      try {
        EventElement event = event(element, account);
        switch (event.type()) {
          case RECEIVED -> messages.add(InboundSms.read(event, account, receivedAt));
          case REPORTED -> receipts.add(DeliveryReport.read(event, account, receivedAt));
          case Handshake.EVENT -> answer = Handshake.validation(event);
          default -> {
            // Of no concern here: subscriptions may carry types that Parley does not know.
          }
        }
      } catch (UnreadableEventException e) {
        String reason = String.valueOf(e.getMessage());
        unread.add(new Reception.Unread(reason, element.toString().getBytes(UTF_8)));
      }
    }
    return elements.size() == 1 && unread.size() == 1
        ? new Reception.NotUnderstood(unread.getFirst().reason(), answer)
        : new Reception.Understood(messages, receipts, List.of(), unread, answer);
  }

  private static EventElement event(JsonNode element, OpenAccount account)
      throws UnreadableEventException {
    EventElement event =
        EventElement.read(element)
            .orElseThrow(
                () ->
                    new UnreadableEventException(
                        "neither an event of Event Grid's schema nor a CloudEvent"));
    Optional<String> resource = account.optionalSetting(AzureSettings.RESOURCE_ID);
    if (resource.isPresent() && !event.isOf(resource.get())) {
      throw new UnreadableEventException("an event of another resource");
    }
    boolean ours = event.type().equals(RECEIVED) || event.type().equals(REPORTED);
    if (ours && !event.data().isObject()) {
      throw new UnreadableEventException("an event without data");
    }
    return event;
  }

  private static boolean isGoodbye(String eventType) {
    return GOODBYES.contains(eventType.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isSame(String name, String other) {
    return name.strip().equalsIgnoreCase(other);
  }
}
