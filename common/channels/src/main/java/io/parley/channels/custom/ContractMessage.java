package io.parley.channels.custom;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.ConsentKeywords;
import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.ProviderTime;
import io.parley.channels.wire.StorableText;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerProfile;
import io.parley.events.Media;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message by the contract. {@code MessageId}, {@code SentAt} and {@code Consent} may
 * be left out; they are Parley's additions.
 */
final class ContractMessage {

  /** The part that holds the text. */
  static final String TEXT = "text";

  private static final String MEDIA = "media[0-9]{1,2}";
  private static final int LONGEST_ID = 200;
  private static final List<String> READ =
      List.of(
          "/ChannelDefinitionId",
          "/OrganizationId",
          "/MessageId",
          "/From",
          "/To",
          "/SentAt",
          "/Consent",
          "/Message/" + TEXT);

  private ContractMessage() {}

  static ReadElement read(JsonNode element, Origin origin, @Nullable String region) {
    OpenAccount account = origin.account();
    String to = Optional.ofNullable(JsonBody.scalar(element.path("To"))).orElse("");
    Optional<ChannelAddress> ours = Parties.ours(account, to, region);
    if (ours.isEmpty()) {
      return new ReadElement.NotUnderstood(OwnAddresses.unknown(to));
    }
    Optional<Customer> customer =
        Parties.customer(account.channel(), JsonBody.scalar(element.path("From")), region);
    if (customer.isEmpty()) {
      return new ReadElement.NotUnderstood("a message without From");
    }
    String id = Optional.ofNullable(JsonBody.scalar(element.path("MessageId"))).orElse("");
    if (id.length() > LONGEST_ID) {
      return new ReadElement.NotUnderstood("a MessageId of more than 200 characters");
    }
    String text = StorableText.of(element.path("Message").path(TEXT).asText(""));
    List<String> mediaPaths = new ArrayList<>(READ);
    List<Media> media = media(element.path("Message"), mediaPaths);
    Instant sentAt = ProviderTime.parse(JsonBody.text(element.path("SentAt")));
    Map<String, String> rest = new HashMap<>(new JsonPayload(element).rest(mediaPaths));
    return new ReadElement.Message(
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                CustomProvider.NAME,
                id.isBlank() ? origin.ownId().toString() : id.strip(),
                text,
                media,
                CustomerProfile.UNKNOWN,
                consent(element, text, ours.get()),
                Attributes.of(rest),
                sentAt,
                origin.receivedAt()));
  }

  private static List<Media> media(JsonNode parts, List<String> read) {
    List<Media> media = new ArrayList<>();
    parts
        .properties()
        .forEach(
            part -> {
              if (part.getKey().matches(MEDIA)) {
                MessageMapping.medium(part.getValue().asText(""), null)
                    .ifPresent(
                        found -> {
                          media.add(found);
                          read.add("/Message/" + part.getKey());
                        });
              }
            });
    return media;
  }

  private static @Nullable ConsentSignal consent(
      JsonNode element, String text, ChannelAddress ours) {
    String word = element.path("Consent").asText("").strip().toUpperCase(Locale.ROOT);
    return Stream.of(ConsentSignal.values())
        .filter(signal -> signal.name().equals(word))
        .findFirst()
        .or(
            () ->
                ours.channel() == Channel.SMS
                    ? ConsentKeywords.of(text, ours.type())
                    : Optional.empty())
        .orElse(null);
  }
}
