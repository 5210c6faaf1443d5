package io.parley.simulator.azure;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /phoneNumbers}: long and toll-free numbers (azure-communication-services.md §1). */
final class PhoneNumbers {

  private static final int LARGEST_PAGE = 100;

  private PhoneNumbers() {}

  /**
   * @throws Refusal 400 if skip or top is no number
   */
  static Answer page(Account account, Request request) {
    Parameters query = request.query();
    int skip = number(query, "skip", 0);
    int top = Math.min(number(query, "top", LARGEST_PAGE), LARGEST_PAGE);
    List<Map<String, Object>> all =
        account.settings().senders().stream()
            .filter(s -> s.type().isListed())
            .map(PhoneNumbers::shown)
            .toList();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("phoneNumbers", all.stream().skip(skip).limit(top).toList());
    body.put("nextLink", skip + top < all.size() ? next(request, skip + top, top) : null);
    return Answers.json(200, body);
  }

  private static String next(Request request, int skip, int top) {
    return "http://"
        + request.header("host")
        + "/phoneNumbers?skip="
        + skip
        + "&top="
        + top
        + "&api-version="
        + request.query().text("api-version");
  }

  private static Map<String, Object> shown(SenderSettings sender) {
    boolean american = sender.sender().startsWith("+1");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", sender.sender().substring(1));
    json.put("phoneNumber", sender.sender());
    json.put("countryCode", american ? "US" : "GB");
    json.put("phoneNumberType", sender.type().shown());
    json.put("capabilities", Map.of("calling", "none", "sms", String.valueOf(sender.sms())));
    json.put("assignmentType", "application");
    json.put("purchaseDate", "2026-01-10T08:00:00Z");
    json.put("cost", Map.of("amount", 2, "currencyCode", "USD", "billingFrequency", "monthly"));
    return json;
  }

  private static int number(Parameters query, String name, int otherwise) {
    String text = query.has(name) ? query.text(name) : String.valueOf(otherwise);
    if (!text.matches("[0-9]{1,6}")) {
      throw new Refusal(Answers.envelope(400, "BadRequest", name + " must be a number."));
    }
    return Integer.parseInt(text);
  }
}
