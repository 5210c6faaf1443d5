package io.parley.simulator.twilio;

import io.parley.simulator.http.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account itself, its numbers and its WhatsApp senders (twilio-sms.md §1.1). */
final class AccountResource {

  private static final String SOME_DAY = "Tue, 04 Mar 2025 09:00:00 +0000";

  private AccountResource() {}

  /** Contains the token in clear, as Twilio's answer does: whoever logs it has a leak. */
  static Map<String, @Nullable Object> account(Account account) {
    AccountSettings settings = account.settings();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("auth_token", settings.authToken());
    json.put("date_created", SOME_DAY);
    json.put("date_updated", SOME_DAY);
    json.put("friendly_name", settings.friendlyName());
    json.put("owner_account_sid", account.sid());
    json.put("sid", account.sid());
    json.put("status", String.valueOf(settings.status()).toLowerCase(Locale.ROOT));
    json.put("subresource_uris", Map.of("messages", Paths.messages(account.sid()) + ".json"));
    json.put("type", settings.type() == null ? null : settings.type().shown());
    json.put("uri", Paths.account(account.sid()) + ".json");
    return json;
  }

  /** The filter takes parts of numbers and {@code *}, so it may find more than was asked for. */
  static Map<String, @Nullable Object> numbers(Account account, Parameters query) {
    String filter = query.text("PhoneNumber").replace("*", "");
    List<Map<String, @Nullable Object>> found =
        account.settings().numbers().stream()
            .filter(n -> n.channel() == Channel.SMS)
            .filter(n -> n.number().contains(filter))
            .map(n -> number(account, n))
            .toList();
    String uri = Paths.account(account.sid()) + "/IncomingPhoneNumbers.json";
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("end", Math.max(0, found.size() - 1));
    json.put("first_page_uri", uri);
    json.put("incoming_phone_numbers", found);
    json.put("next_page_uri", null);
    json.put("page", 0);
    json.put("page_size", 50);
    json.put("previous_page_uri", null);
    json.put("start", 0);
    json.put("uri", uri);
    return json;
  }

  /** WhatsApp senders, which are a resource of their own (twilio-whatsapp.md §1). */
  static Map<String, @Nullable Object> senders(Account account) {
    List<Map<String, @Nullable Object>> found =
        account.settings().numbers().stream()
            .filter(n -> n.channel() == Channel.WHATSAPP)
            .map(AccountResource::sender)
            .toList();
    Map<String, @Nullable Object> meta = new LinkedHashMap<>();
    meta.put("key", "senders");
    meta.put("next_page_url", null);
    meta.put("page", 0);
    meta.put("page_size", 50);
    return Map.of("senders", found, "meta", meta);
  }

  private static Map<String, @Nullable Object> number(Account account, NumberSettings number) {
    String sid = Sids.lasting("PN", number.number());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", account.sid());
    json.put("api_version", Paths.VERSION);
    json.put(
        "capabilities",
        Map.of(
            "sms", number.can(Capability.SMS), "mms", number.can(Capability.MMS), "voice", false));
    json.put("friendly_name", number.number());
    json.put("phone_number", number.number());
    json.put("sid", sid);
    json.put("sms_fallback_method", "POST");
    json.put("sms_fallback_url", orEmpty(number.smsFallbackUrl()));
    json.put("sms_method", "POST");
    json.put("sms_url", orEmpty(number.smsUrl()));
    json.put("status_callback", orEmpty(number.statusUrl()));
    json.put("uri", Paths.account(account.sid()) + "/IncomingPhoneNumbers/" + sid + ".json");
    return json;
  }

  private static Map<String, @Nullable Object> sender(NumberSettings number) {
    Map<String, @Nullable Object> webhook = new LinkedHashMap<>();
    webhook.put("callback_method", "POST");
    webhook.put("callback_url", number.smsUrl());
    webhook.put("fallback_method", "POST");
    webhook.put("fallback_url", number.smsFallbackUrl());
    webhook.put("status_callback_method", "POST");
    webhook.put("status_callback_url", number.statusUrl());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sid", Sids.lasting("XE", number.address().text()));
    json.put("sender_id", number.address().text());
    json.put("status", "ONLINE");
    json.put("webhook", webhook);
    json.put(
        "properties", Map.of("quality_rating", "HIGH", "messaging_limit", "10K Customers/24hr"));
    json.put("offline_reasons", null);
    return json;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
