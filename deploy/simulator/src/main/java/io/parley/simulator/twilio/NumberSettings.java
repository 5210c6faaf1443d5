package io.parley.simulator.twilio;

import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number or WhatsApp sender of an account. URLs may carry Twilio's fragment of connection
 * overrides, for example {@code #rc=3&rp=5xx,ct,rt}.
 *
 * @param number E.164 or short code, without the prefix {@code whatsapp:}
 * @param smsUrl where inbound messages go; signed exactly as written here
 * @param smsFallbackUrl called once when {@code smsUrl} fails
 * @param statusUrl where status callbacks go if neither the message nor its service names a place
 * @param deliverTo where to connect in place of the public host, for example {@code
 *     http://localhost:8081}; replaces scheme, host and port of every webhook of this number and
 *     changes nothing in the signature
 * @param capabilities SMS and MMS when absent
 */
public record NumberSettings(
    String number,
    Channel channel,
    @Nullable String smsUrl,
    @Nullable String smsFallbackUrl,
    @Nullable String statusUrl,
    @Nullable String deliverTo,
    @Nullable List<Capability> capabilities) {

  public NumberSettings {
    Fields.matching(number, "\\+[1-9][0-9]{1,14}|[0-9]{5,6}", "number");
    Fields.required(channel, "channel");
    Fields.httpUrl(smsUrl, "smsUrl");
    Fields.httpUrl(smsFallbackUrl, "smsFallbackUrl");
    Fields.httpUrl(statusUrl, "statusUrl");
    Fields.httpUrl(deliverTo, "deliverTo");
    capabilities = List.copyOf(Fields.orElse(capabilities, List.of(Capability.values())));
  }

  public static NumberSettings sms(String number, @Nullable String smsUrl) {
    return new NumberSettings(number, Channel.SMS, smsUrl, null, null, null, null);
  }

  public static NumberSettings whatsApp(String number, @Nullable String smsUrl) {
    return new NumberSettings(number, Channel.WHATSAPP, smsUrl, null, null, null, null);
  }

  public NumberSettings withFallbackUrl(String url) {
    return new NumberSettings(number, channel, smsUrl, url, statusUrl, deliverTo, capabilities);
  }

  public NumberSettings withStatusUrl(String url) {
    return new NumberSettings(
        number, channel, smsUrl, smsFallbackUrl, url, deliverTo, capabilities);
  }

  public NumberSettings deliveredTo(String base) {
    return new NumberSettings(
        number, channel, smsUrl, smsFallbackUrl, statusUrl, base, capabilities);
  }

  public NumberSettings withCapabilities(List<Capability> these) {
    return new NumberSettings(number, channel, smsUrl, smsFallbackUrl, statusUrl, deliverTo, these);
  }

  boolean can(Capability capability) {
    return capabilities != null && capabilities.contains(capability);
  }

  Address address() {
    return new Address(channel, number);
  }
}
