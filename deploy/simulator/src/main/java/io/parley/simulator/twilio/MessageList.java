package io.parley.simulator.twilio;

import io.parley.simulator.http.Parameter;
import io.parley.simulator.http.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET …/Messages.json}: newest first, filtered and paged. Dates are inclusive GMT days of
 * sending, so a message that has not been sent yet is in no list that is filtered by them.
 */
record MessageList(List<Message> all, String accountSid, Parameters query) {

  private static final int MOST_PER_PAGE = 1000;

  /**
   * @throws RefusedException 20001 for a page or date that is none
   */
  Map<String, @Nullable Object> page() {
    int size = Math.max(1, Math.min(MOST_PER_PAGE, number("PageSize", 50)));
    int page = number("Page", 0);
    List<Message> found = all.reversed().stream().filter(this::fits).toList();
    List<Message> shown = found.stream().skip((long) page * size).limit(size).toList();
    boolean more = (long) (page + 1) * size < found.size();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("first_page_uri", uri(0, size));
    json.put("end", Math.max(0, page * size + shown.size() - 1));
    json.put("messages", shown.stream().map(MessageJson::of).toList());
    json.put("next_page_uri", more ? uri(page + 1, size) : null);
    json.put("page", page);
    json.put("page_size", size);
    json.put("previous_page_uri", page == 0 ? null : uri(page - 1, size));
    json.put("start", page * size);
    json.put("uri", uri(page, size));
    return json;
  }

  private boolean fits(Message message) {
    Address from = message.from();
    return message.accountSid().equals(accountSid)
        && (!query.has("To") || query.text("To").equals(message.to().text()))
        && (!query.has("From") || (from != null && query.text("From").equals(from.text())))
        && sent("DateSent", message, LocalDate::equals)
        && sent("DateSent>", message, (day, limit) -> !day.isBefore(limit))
        && sent("DateSent<", message, (day, limit) -> !day.isAfter(limit));
  }

  private boolean sent(String filter, Message message, BiPredicate<LocalDate, LocalDate> fits) {
    if (!query.has(filter)) {
      return true;
    }
    LocalDate limit = date(filter);
    Instant sent = message.sent();
    return sent != null && fits.test(sent.atZone(ZoneOffset.UTC).toLocalDate(), limit);
  }

  private LocalDate date(String name) {
    try {
      String text = query.text(name);
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeParseException e) {
      throw new RefusedException(20001, 400, name + " is not a date");
    }
  }

  private int number(String name, int otherwise) {
    String text = query.text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw new RefusedException(20001, 400, name + " is not a number");
    }
    return Integer.parseInt(text);
  }

  private String uri(int page, int size) {
    Stream<Parameter> kept =
        query.list().stream().filter(p -> !p.name().equals("Page") && !p.name().equals("PageSize"));
    Stream<Parameter> own =
        Stream.of(
            new Parameter("PageSize", String.valueOf(size)),
            new Parameter("Page", String.valueOf(page)));
    return Paths.messages(accountSid)
        + ".json?"
        + new Parameters(Stream.concat(kept, own).toList()).encode();
  }
}
