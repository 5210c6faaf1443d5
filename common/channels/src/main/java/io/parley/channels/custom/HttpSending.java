package io.parley.channels.custom;

import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Messages as calls to an API that an account declares. */
record HttpSending(
    String method,
    UrlTemplate url,
    List<HeaderTemplate> headers,
    BodyTemplate body,
    OurAuthentication authentication,
    CallAuthentication callbacks,
    AnswerMapping answers,
    boolean isRepeatable)
    implements Sending {

  private static final UrlTemplate NOWHERE = new UrlTemplate(new TextTemplate(List.of()));

  HttpSending {
    headers = List.copyOf(headers);
  }

  /** Reads it. */
  static HttpSending of(Settings settings, Problems problems) {
    OurAuthentication authentication = OurAuthentication.of(settings, problems);
    Set<Placeholder> inUrl = EnumSet.complementOf(EnumSet.of(Placeholder.MEDIA_URLS));
    problems.required(settings, "sendUrl", "is required with the form http");
    HttpSending sending =
        new HttpSending(
            settings.text("sendMethod"),
            settings.has("sendUrl")
                ? problems
                    .read("sendUrl", () -> UrlTemplate.parse(settings.text("sendUrl"), inUrl))
                    .orElse(NOWHERE)
                : NOWHERE,
            problems
                .read(
                    "sendHeaders",
                    () ->
                        HeaderTemplate.parse(
                            settings.text("sendHeaders"), authentication.headerName()))
                .orElse(List.of()),
            body(settings, problems),
            authentication,
            // Whatever is wrong with it is said where calls are read.
            CallAuthentication.of(settings, new Problems()),
            AnswerMapping.of(settings, problems),
            settings.is("repeatable"));
    sending.check(settings, problems);
    return sending;
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    OpenAccount account = context.account();
    Values values = Values.of(message, context, callback(statusCallback, account));
    byte[] bytes = body.fill(values);
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    body.mediaType().ifPresent(type -> all.put("Content-Type", List.of(type)));
    all.put("Accept", List.of(answers.format().accept()));
    headers.forEach(header -> all.put(header.name(), List.of(header.fill(values))));
    authentication
        .header(account, bytes, context.now())
        .forEach((name, value) -> all.put(name, List.of(value)));
    return new ProviderRequest(method, context.at(url.fill(values)), all, bytes);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    return answers.read(response, message, account);
  }

  @Override
  public boolean provesRefusal(ProviderResponse response) {
    return answers.isAboutMessage(response);
  }

  /** Where the provider must show a token in the query, the URL that it is given has it. */
  private URI callback(URI statusCallback, OpenAccount account) {
    String more = callbacks.query(account);
    return more.isEmpty()
        ? statusCallback
        : URI.create(statusCallback + (statusCallback.getRawQuery() == null ? "?" : "&") + more);
  }

  private Stream<Placeholder> placeholders() {
    return Stream.of(
            url.template().placeholders(),
            headers.stream().flatMap(header -> header.value().placeholders()),
            body.placeholders().stream())
        .flatMap(placeholders -> placeholders);
  }

  private void check(Settings settings, Problems problems) {
    List<Placeholder> all = placeholders().toList();
    // The texts themselves may be what is wrong; then there is nothing to say about them.
    if (problems.first().isEmpty()) {
      need(all, Placeholder.TEXT, "sendBody", "or the URL must hold {{text}}", problems);
      if (!all.contains(Placeholder.TO) && !all.contains(Placeholder.TO_DIGITS)) {
        problems.add("sendBody", "or the URL must hold {{to}} or {{toDigits}}");
      }
      if (settings.is("media")) {
        need(
            all,
            Placeholder.MEDIA_URLS,
            "sendBody",
            "must hold {{mediaUrls}} where attachments can be sent",
            problems);
      }
      if (isRepeatable) {
        need(
            all,
            Placeholder.MESSAGE_ID,
            "repeatable",
            "needs {{messageId}} in URL, headers or body",
            problems);
      }
    }
    boolean inTemplate = authentication instanceof OurAuthentication.InTemplate;
    if (all.contains(Placeholder.SECRET) != inTemplate && settings.has("sendAuthentication")) {
      problems.add(
          "sendAuthentication",
          "must be template if, and only if, {{secret}} stands in URL, headers or body");
    }
    if (authentication instanceof OurAuthentication.Signature
        && body instanceof BodyTemplate.None) {
      problems.add("sendAuthentication", "hmac needs a body to sign");
    }
    if (method.equals("GET") && !(body instanceof BodyTemplate.None)) {
      problems.add("sendFormat", "must be none with GET");
    }
  }

  private static BodyTemplate body(Settings settings, Problems problems) {
    String format = settings.text("sendFormat");
    if (format.equals("none")) {
      if (settings.has("sendBody")) {
        problems.add("sendBody", "must be left out where the format is none");
      }
      return new BodyTemplate.None();
    }
    if (!settings.has("sendBody")) {
      problems.add("sendBody", "is required, unless the format is none");
      return new BodyTemplate.None();
    }
    return problems
        .read("sendBody", () -> BodyTemplate.parse(format, settings.text("sendBody")))
        .orElseGet(BodyTemplate.None::new);
  }

  private static void need(
      List<Placeholder> all, Placeholder one, String field, String why, Problems problems) {
    if (!all.contains(one)) {
      problems.add(field, why);
    }
  }
}
