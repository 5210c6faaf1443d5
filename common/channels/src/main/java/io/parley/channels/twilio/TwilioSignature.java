package io.parley.channels.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature in {@code X-Twilio-Signature}: Base64 of HMAC-SHA1, keyed with the auth token, over
 * the URL and the sorted parameters of a form (providers/twilio-sms.md §4).
 */
final class TwilioSignature {

  /** The request header that carries it. */
  static final String HEADER = "X-Twilio-Signature";

  /** The query parameter that binds a body that is not a form. */
  static final String BODY_HASH = "bodySHA256";

  private static final String HMAC = "HmacSHA1";
  private static final Comparator<String> BYTE_ORDER =
      (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>https?)://(?:[^/?]*@)?(?<host>\\[[^\\]/?]*\\]|[^/?:]*)(?::(?<port>\\d+))?(?<rest>.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private TwilioSignature() {}

  /**
   * Signs a call.
   *
   * @param token the auth token; not empty
   * @param url exactly as it is to be signed
   * @param parameters of a form, decoded; empty for any other call
   */
  static String sign(String token, String url, Map<String, List<String>> parameters) {
    Map<String, List<String>> sorted = new TreeMap<>(BYTE_ORDER);
    sorted.putAll(parameters);
    StringBuilder signed = new StringBuilder(url);
    sorted.forEach(
        (name, values) -> {
          TreeSet<String> distinct = new TreeSet<>(BYTE_ORDER);
          distinct.addAll(values);
          distinct.forEach(value -> signed.append(name).append(value));
        });
    return Base64.getEncoder().encodeToString(hmac(token, signed.toString()));
  }

  /**
   * Whether a signature was made with one of the tokens, over the URL with or without its port.
   * Every combination is computed, whichever fits.
   *
   * @param tokens in force; blank ones never match
   * @param url as configured at Twilio, with the raw query
   */
  static boolean matches(
      List<String> tokens, String url, Map<String, List<String>> parameters, String signature) {
    byte[] given = signature.getBytes(UTF_8);
    boolean matches = false;
    for (String token : tokens) {
      if (!token.isBlank()) {
        for (String spelling : spellings(url)) {
          matches |=
              MessageDigest.isEqual(sign(token, spelling, parameters).getBytes(UTF_8), given);
        }
      }
    }
    return matches;
  }

  /** Whether a raw body has this SHA-256, in lower-case hexadecimal digits. */
  static boolean bodyMatches(byte[] body, String hash) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return MessageDigest.isEqual(
          HexFormat.of().formatHex(digest).getBytes(UTF_8), hash.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The two spellings that Twilio may have signed, without user information and fragment. */
  private static List<String> spellings(String url) {
    int fragment = url.indexOf('#');
    String bare = fragment < 0 ? url : url.substring(0, fragment);
    Matcher parts = URL.matcher(bare);
    if (!parts.matches()) {
      return List.of(bare);
    }
    String scheme = parts.group("scheme");
    String origin = scheme + "://" + parts.group("host");
    String port = parts.group("port");
    if (port == null) {
      port = scheme.toLowerCase(Locale.ROOT).equals("https") ? "443" : "80";
    }
    String rest = parts.group("rest");
    return List.of(origin + rest, origin + ":" + port + rest);
  }

  private static byte[] hmac(String token, String signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), HMAC));
      return mac.doFinal(signed.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
