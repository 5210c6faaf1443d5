package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The provider's calls, as an account declares them. */
record HttpCalls(
    Format format,
    CallAuthentication authentication,
    ReceiptsBy receiptsBy,
    String messageList,
    String receiptList,
    MessageMapping messages,
    ReceiptMapping receipts,
    WebhookAnswer answer)
    implements Calls {

  private static final int MOST_ELEMENTS = 500;

  /** How reports are told from messages. */
  enum ReceiptsBy {
    URL,
    FIELD,
    LIST
  }

  /** Reads it. */
  static HttpCalls of(Settings settings, Problems problems) {
    Format format = Format.named(settings.text("callFormat"));
    Paths paths = new Paths(settings, format, problems);
    ReceiptsBy by =
        switch (settings.text("receiptsBy")) {
          case "field" -> ReceiptsBy.FIELD;
          case "list" -> ReceiptsBy.LIST;
          default -> ReceiptsBy.URL;
        };
    HttpCalls calls =
        new HttpCalls(
            format,
            CallAuthentication.of(settings, problems),
            by,
            paths.list("messageList"),
            paths.list("receiptList"),
            MessageMapping.of(settings, format, problems),
            ReceiptMapping.of(settings, format, problems),
            answer(settings, problems));
    calls.checkTelling(settings, problems);
    return calls;
  }

  @Override
  public Optional<Reception.Refusal> refusal(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    boolean query = request.method().equals("GET");
    if (query && format != Format.FORM) {
      return Optional.of(new Reception.Malformed("a GET has fields only where calls are forms"));
    }
    if (query && !authentication.coversQuery()) {
      return Optional.of(
          new Reception.Malformed("the signature covers the body, and a GET has none"));
    }
    if (!query && !request.method().equals("POST") && !request.method().equals("PUT")) {
      return Optional.of(new Reception.Malformed("expected POST"));
    }
    return authentication.refusal(request, account).map(refused -> refused);
  }

  @Override
  public WebhookAnswer acknowledgement() {
    return answer;
  }

  @Override
  public String withoutToken(String rawQuery) {
    return authentication.withoutToken(rawQuery);
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    byte[] said =
        request.method().equals("GET")
            ? authentication
                .withoutToken(Optional.ofNullable(request.rawQuery()).orElse(""))
                .getBytes(UTF_8)
            : request.body();
    Optional<? extends Payload> payload = format.read(said);
    if (payload.isEmpty()) {
      return new Reception.NotUnderstood("the call is not " + format.inWords(), answer);
    }
    Element.Call call = new Element.Call(payload.get());
    Readings readings = new Readings();
    Origin origin = new Origin(request, account, receivedAt, 0);
    return readLists(call, origin, readings)
        .<Reception>map(reason -> new Reception.NotUnderstood(reason, answer))
        .orElseGet(() -> readings.reception(answer));
  }

  /** Reads the call's lists; gives a reason if it cannot. */
  private Optional<String> readLists(Element.Call call, Origin origin, Readings readings) {
    if (receiptsBy == ReceiptsBy.LIST) {
      Optional<List<Payload>> written = call.payload().list(messageList);
      Optional<List<Payload>> reported = call.payload().list(receiptList);
      if (written.isEmpty() && reported.isEmpty()) {
        return Optional.of("the call has no list at " + messageList + " or " + receiptList);
      }
      return read(call, written.orElse(List.of()), messageList, false, origin, readings)
          .or(() -> read(call, reported.orElse(List.of()), receiptList, true, origin, readings));
    }
    boolean report =
        receiptsBy == ReceiptsBy.URL && origin.request().subPath().equals(CallbackUrl.SUB_PATH);
    if (report && !receipts.isDeclared()) {
      return Optional.of("a report, but receiptStatus is not set");
    }
    String list = report ? receiptList : messageList;
    Optional<List<Payload>> elements = call.payload().list(list);
    return elements.isEmpty()
        ? Optional.of("the call has no list at " + list)
        : read(call, elements.get(), list, report, origin, readings);
  }

  private Optional<String> read(
      Element.Call call,
      List<Payload> elements,
      String list,
      boolean report,
      Origin origin,
      Readings readings) {
    if (elements.size() > MOST_ELEMENTS) {
      return Optional.of("the call has more than " + MOST_ELEMENTS + " elements");
    }
    List<String> lists =
        Stream.of(messageList, receiptList).filter(path -> !path.isEmpty()).toList();
    for (int index = 0; index < elements.size(); index++) {
      Element element = call.element(elements.get(index));
      int at = index;
      Origin its = new Origin(origin.request(), origin.account(), origin.receivedAt(), index);
      readings.add(read(element, report, its, lists), () -> call.payload().alone(list, at));
    }
    return Optional.empty();
  }

  private ReadElement read(Element element, boolean report, Origin origin, List<String> lists) {
    if (report || (receiptsBy == ReceiptsBy.FIELD && receipts.mark().isOn(element))) {
      return receipts.read(element, origin, lists);
    }
    return messages.mark().path().isEmpty() || messages.mark().isOn(element)
        ? messages.read(element, origin, lists)
        : new ReadElement.Nothing();
  }

  private void checkTelling(Settings settings, Problems problems) {
    switch (receiptsBy) {
      case URL -> {
        if (settings.has("receiptMark")) {
          problems.add("receiptMark", "counts only where a field tells reports from messages");
        }
      }
      case FIELD -> {
        problems.required(settings, "receiptMark", "is required where a field tells the reports");
        if (settings.has("receiptList")) {
          problems.add("receiptList", "must be left out here: the list of messages counts");
        }
      }
      case LIST -> {
        String why = "is required where lists tell reports from messages";
        problems.required(settings, "messageList", why);
        problems.required(settings, "receiptList", why);
        problems.required(settings, "receiptStatus", why);
      }
    }
  }

  private static WebhookAnswer answer(Settings settings, Problems problems) {
    int status = settings.number("callAnswerStatus");
    if (status < 200 || status > 299) {
      problems.add("callAnswerStatus", "must be from 200 to 299");
    }
    String body = settings.text("callAnswerBody");
    if (!body.isEmpty() && !settings.has("callAnswerType")) {
      problems.add("callAnswerType", "is required together with a body");
    }
    String type = settings.text("callAnswerType");
    if (!type.isEmpty() && !type.matches("[\\w.+-]+/[\\w.+-]+(\\s*;[ -~]*)?")) {
      problems.add("callAnswerType", "must be a media type, such as application/json");
    }
    return new WebhookAnswer(status, body.isEmpty() ? null : type, body);
  }
}
