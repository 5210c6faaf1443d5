package io.parley.testing.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes webhook calls of one Twilio account, signed with its token (providers/twilio-sms.md §3 to
 * §5). WhatsApp addresses are given with their prefix {@code whatsapp:}.
 */
public final class TwilioWebhooks {

  private final String accountSid;
  private final String authToken;

  /** Calls of this account. */
  public TwilioWebhooks(String accountSid, String authToken) {
    this.accountSid = accountSid;
    this.authToken = authToken;
  }

  /**
   * A message from a customer.
   *
   * @param url the account's public webhook URL
   * @param sid Twilio's id of the message
   * @param mediaUrls of attachments, each a JPEG picture
   */
  public SignedWebhook message(
      String url, String from, String to, String text, String sid, String... mediaUrls) {
    Map<String, String> fields = common(sid, from, to, "received");
    fields.put("Body", text);
    fields.put("NumSegments", "1");
    fields.put("NumMedia", String.valueOf(mediaUrls.length));
    for (int i = 0; i < mediaUrls.length; i++) {
      fields.put("MediaUrl" + i, mediaUrls[i]);
      fields.put("MediaContentType" + i, "image/jpeg");
    }
    return signed(url, fields);
  }

  /**
   * A report about a message of ours.
   *
   * @param url the status callback of that message, with its query
   * @param sid Twilio's id of the message
   * @param status Twilio's word, such as {@code delivered}
   * @param errorCode with a failure
   */
  public SignedWebhook status(
      String url, String from, String to, String sid, String status, @Nullable String errorCode) {
    Map<String, String> fields = common(sid, from, to, status);
    fields.put("MessageStatus", status);
    if (errorCode != null) {
      fields.put("ErrorCode", errorCode);
    }
    return signed(url, fields);
  }

  /** Any form, signed as it is. */
  public SignedWebhook signed(String url, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new SignedWebhook(
        url,
        Map.of(
            "Content-Type",
            "application/x-www-form-urlencoded; charset=UTF-8",
            SignedWebhook.SIGNATURE,
            signature(url, fields)),
        body);
  }

  private Map<String, String> common(String sid, String from, String to, String status) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", sid);
    fields.put("SmsSid", sid);
    fields.put("AccountSid", accountSid);
    fields.put("ApiVersion", "2010-04-01");
    fields.put("From", from);
    fields.put("To", to);
    fields.put("SmsStatus", status);
    return fields;
  }

  private String signature(String url, Map<String, String> fields) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
