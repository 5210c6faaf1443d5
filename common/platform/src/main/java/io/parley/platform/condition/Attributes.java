package io.parley.platform.condition;

import static io.parley.platform.condition.AttributeType.CHOICE;
import static io.parley.platform.condition.AttributeType.DATE_TIME;
import static io.parley.platform.condition.AttributeType.MULTI_CHOICE;
import static io.parley.platform.condition.AttributeType.NUMBER;
import static io.parley.platform.condition.AttributeType.SKILLS;
import static io.parley.platform.condition.AttributeType.TEXT;
import static io.parley.platform.condition.AttributeType.YES_NO;

import io.parley.events.Channel;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which attributes the rules of one workstream may ask about: those of the conversation, of its
 * last message, of the channel (domain/channels-and-accounts.md §3.4), the context variables, and
 * two levels of relations, from the conversation to the customer and on to the customer's account.
 */
public final class Attributes {

  private static final List<Attribute> COMMON =
      List.of(
          Attribute.of("conversation.channel", CHOICE, names(Channel.values())),
          Attribute.of("conversation.channelAddress", TEXT),
          Attribute.of("conversation.language", TEXT).asSettable(),
          Attribute.of("conversation.title", TEXT).asSettable(),
          Attribute.of("conversation.category", TEXT).asSettable(),
          Attribute.of("conversation.priority", NUMBER).asSettable(),
          Attribute.of("conversation.severity", CHOICE, "LOW", "NORMAL", "HIGH", "CRITICAL")
              .asSettable(),
          Attribute.of(
                  "conversation.sentiment",
                  CHOICE,
                  "VERY_NEGATIVE",
                  "NEGATIVE",
                  "SLIGHTLY_NEGATIVE",
                  "NEUTRAL",
                  "SLIGHTLY_POSITIVE",
                  "POSITIVE",
                  "VERY_POSITIVE")
              .asSettable(),
          Attribute.of("conversation.effortMinutes", NUMBER).asSettable(),
          Attribute.of("conversation.skills", SKILLS),
          Attribute.of("conversation.escalatedByBot", YES_NO),
          Attribute.of("conversation.createdAt", DATE_TIME),
          Attribute.of("conversation.lastCustomerMessageAt", DATE_TIME),
          Attribute.of("message.text", TEXT),
          Attribute.of("message.hasAttachments", YES_NO),
          Attribute.of("message.attachmentTypes", MULTI_CHOICE),
          Attribute.of("customer.identified", YES_NO),
          Attribute.of("customer.address", TEXT),
          Attribute.of("customer.name", TEXT),
          Attribute.of("customer.phoneNumber", TEXT),
          Attribute.of("customer.email", TEXT),
          Attribute.of("customer.language", TEXT),
          Attribute.of("customer.city", TEXT),
          Attribute.of("customer.state", TEXT),
          Attribute.of("customer.postalCode", TEXT),
          Attribute.of("customer.country", TEXT),
          Attribute.of("customer.account.name", TEXT),
          Attribute.of("customer.account.number", TEXT),
          Attribute.of("customer.account.industry", TEXT),
          Attribute.of("customer.account.country", TEXT));

  private static final List<Attribute> AGENT =
      List.of(
          Attribute.of("agent.name", TEXT),
          Attribute.of("agent.email", TEXT),
          Attribute.of("agent.businessUnit", TEXT),
          Attribute.of("agent.capacity", NUMBER),
          Attribute.of("agent.bot", YES_NO));

  private final Map<String, Attribute> byName;
  private final Map<String, CelName> celNames;

  private Attributes(Stream<Attribute> attributes) {
    Map<String, Attribute> collected = new LinkedHashMap<>();
    attributes.forEach(attribute -> collected.put(attribute.name(), attribute));
    this.byName = collected;
    this.celNames =
        collected.values().stream()
            .collect(Collectors.toUnmodifiableMap(Attribute::name, Attribute::celName));
  }

  /**
   * The attributes of a workstream's conversations.
   *
   * @param channel the workstream's channel
   * @param contextVariables made by {@link Attribute#contextVariable}
   */
  public static Attributes of(Channel channel, Collection<Attribute> contextVariables) {
    return new Attributes(
        Stream.of(COMMON.stream(), engagement(channel), contextVariables.stream())
            .flatMap(attributes -> attributes));
  }

  /** The attributes of agents, which custom assignment compares (domain/distribution.md §6.3). */
  public static Attributes ofAgents() {
    return new Attributes(AGENT.stream());
  }

  /** These and more; where a name is known already, the new meaning holds. */
  public Attributes with(Collection<Attribute> more) {
    return new Attributes(Stream.concat(byName.values().stream(), more.stream()));
  }

  /** The attribute of this name. */
  public Optional<Attribute> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, in the order in which an editor lists them. */
  public List<Attribute> all() {
    return List.copyOf(byName.values());
  }

  /** How expressions write the name of one of these. */
  CelName celName(Attribute attribute) {
    return Objects.requireNonNull(celNames.get(attribute.name()), attribute.name());
  }

  /** The name that somebody probably meant. */
  public Optional<String> nearest(String name) {
    return Nearest.to(name, byName.keySet());
  }

  private static Stream<Attribute> engagement(Channel channel) {
    List<String> names =
        switch (channel) {
          case SMS ->
              List.of(
                  "customerPhoneNumber",
                  "organisationPhoneNumber",
                  "locale",
                  "provider",
                  "providerName");
          case WHATSAPP -> List.of("customerPhoneNumber", "firstMessage");
          case GOOGLE_BUSINESS_MESSAGES, RCS ->
              List.of("entryPoint", "placeId", "resolvedLocale", "userDeviceLocale");
          case CUSTOM -> List.of();
        };
    return names.stream().map(name -> Attribute.of("engagement." + name, TEXT));
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
