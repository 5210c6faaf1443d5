package io.parley.channels.custom;

import io.parley.channels.CallContext;
import io.parley.channels.ProviderRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The calls that check an account, as it declares them. */
record CheckCall(
    Optional<UrlTemplate> url,
    Optional<UrlTemplate> senderUrl,
    String method,
    Format format,
    StatusCodes success,
    Mark mark,
    OurAuthentication authentication) {

  /** Reads it. */
  static CheckCall of(Settings settings, Problems problems) {
    OurAuthentication authentication = OurAuthentication.of(settings, new Problems());
    Format format =
        settings.isContract() ? Format.JSON : Format.named(settings.text("answerFormat"));
    if (!settings.has("checkUrl") && settings.has("checkSenderUrl")) {
      problems.add("checkUrl", "is required together with checkSenderUrl");
    }
    if (settings.has("checkSuccessValues") && !settings.has("checkSuccessField")) {
      problems.add("checkSuccessField", "is required together with checkSuccessValues");
    }
    EnumSet<Placeholder> allowed = EnumSet.noneOf(Placeholder.class);
    if (authentication instanceof OurAuthentication.InTemplate) {
      allowed.add(Placeholder.SECRET);
    }
    EnumSet<Placeholder> withSender = EnumSet.copyOf(allowed);
    withSender.addAll(Set.of(Placeholder.FROM, Placeholder.FROM_DIGITS));
    return new CheckCall(
        url("checkUrl", settings, allowed, problems),
        url("checkSenderUrl", settings, withSender, problems),
        settings.text("checkMethod"),
        format,
        StatusCodes.parse(settings.text("checkSuccessStatus")),
        Mark.of(
            new Paths(settings, format, problems).inWhole("checkSuccessField"),
            settings.text("checkSuccessValues")),
        authentication);
  }

  /** A call; an HMAC is made over the empty body. */
  ProviderRequest request(UrlTemplate to, CallContext context, @Nullable String sender) {
    byte[] nothing = new byte[0];
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("Accept", List.of(format.accept()));
    authentication
        .header(context.account(), nothing, context.now())
        .forEach((name, value) -> headers.put(name, List.of(value)));
    return new ProviderRequest(
        method, context.at(to.fill(Values.of(context, sender))), headers, nothing);
  }

  private static Optional<UrlTemplate> url(
      String field, Settings settings, Set<Placeholder> allowed, Problems problems) {
    return settings.has(field)
        ? problems.read(field, () -> UrlTemplate.parse(settings.text(field), allowed))
        : Optional.empty();
  }
}
