package io.parley.admin.bot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.Sealed;
import io.parley.admin.text.Languages;
import io.parley.admin.validation.Durations;
import io.parley.admin.validation.Findings;
import io.parley.channels.secrets.SecretCipher;
import io.parley.channels.secrets.SecretReferences;
import io.parley.channels.wire.WebUrl;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.Bot;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of bots (domain/automation-and-bots.md §5). */
@ApplicationScoped
class BotKind implements ObjectKind<BotDefinition> {

  private static final Durations TIME_LIMIT =
      new Durations(Duration.ofSeconds(1), Duration.ofSeconds(60));
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{8,1000}");

  /** Topics of ours begin with this; a bot that wrote to one would speak for a service. */
  private static final String OURS = "parley.";

  private final SecretCipher cipher;
  private final SecretReferences references;

  BotKind(SecretCipher cipher, SecretReferences references) {
    this.cipher = cipher;
    this.references = references;
  }

  @Override
  public Kind kind() {
    return Kind.BOT;
  }

  @Override
  public Class<BotDefinition> type() {
    return BotDefinition.class;
  }

  @Override
  public String name(BotDefinition definition) {
    return definition.name();
  }

  @Override
  public Secrecy secrecy() {
    return Secrecy.SECRETS;
  }

  @Override
  public List<String> secretFields(ObjectNode body) {
    return Bot.SECRET_FIELDS;
  }

  @Override
  public String seal(UUID id, String field, String secret) {
    return cipher.encrypt(id, field, secret.strip());
  }

  @Override
  public boolean holds(UUID id, String field, Sealed sealed, String secret) {
    return cipher.opened(id, field, sealed.ciphertext()).filter(secret.strip()::equals).isPresent();
  }

  @Override
  public Optional<String> reference(UUID id, String field, Sealed sealed) {
    return cipher.opened(id, field, sealed.ciphertext()).filter(SecretReferences::isReference);
  }

  @Override
  public BotDefinition check(BotDefinition given, Candidate<BotDefinition> candidate) {
    Findings findings = candidate.findings();
    requireSecrets(candidate.givenSecrets(), findings);
    if ((given.webhook() == null) == (given.topics() == null)) {
      findings.add("", "must have either a webhook or topics");
    }
    if (given.webhook() != null) {
      checkWebhook(given.webhook(), findings);
    }
    if (given.topics() != null) {
      checkTopics(given.topics(), findings);
    }
    return new BotDefinition(
        given.id(),
        given.name(),
        given.description(),
        Languages.canonical(given.language()),
        given.enabled(),
        given.webhook(),
        given.topics());
  }

  @Override
  public ConfigurationObject published(Entry<BotDefinition> entry) {
    BotDefinition definition = entry.definition();
    Map<String, String> secrets = new HashMap<>();
    Map<String, Account.PreviousSecret> previous = new HashMap<>();
    entry
        .sealed()
        .forEach(
            (field, kept) -> {
              secrets.put(field, kept.ciphertext());
              kept.before().ifPresent(before -> previous.put(field, before));
            });
    return new Bot(
        entry.id(),
        definition.name(),
        definition.language(),
        definition.enabled(),
        definition.webhook(),
        definition.topics(),
        secrets,
        previous);
  }

  private void requireSecrets(Map<String, @Nullable String> given, Findings findings) {
    given.forEach(
        (field, value) ->
            problem(field, value)
                .ifPresent(problem -> findings.add("/secrets" + Findings.step(field), problem)));
  }

  private Optional<String> problem(String field, @Nullable String value) {
    if (!Bot.SECRET_FIELDS.contains(field)) {
      return Optional.of("unknown field; known are " + Bot.SECRET_FIELDS);
    }
    if (value != null && SecretReferences.isReference(value.strip())) {
      return references.problem(value.strip());
    }
    return value == null || SECRET.matcher(value.strip()).matches()
        ? Optional.empty()
        : Optional.of("must be 8 to 1,000 visible ASCII characters");
  }

  private static void checkWebhook(Bot.Webhook webhook, Findings findings) {
    if (WebUrl.read(webhook.url()).filter(WebUrl::isPublic).isEmpty()) {
      findings.add("/webhook/url", "must be a URL with https, and without user and password");
    }
    TIME_LIMIT.require("/webhook/timeLimit", webhook.timeLimit(), findings);
  }

  private static void checkTopics(Bot.Topics topics, Findings findings) {
    if (topics.inbound().equals(topics.outbound())) {
      findings.add("/topics/outbound", "must be another topic than the one it listens to");
    }
    Stream.of(
            Map.entry("/topics/inbound", topics.inbound()),
            Map.entry("/topics/outbound", topics.outbound()))
        .filter(topic -> isReserved(topic.getValue()))
        .forEach(
            topic ->
                findings.add(
                    topic.getKey(), "must not be . or .. and must not begin with " + OURS));
  }

  private static boolean isReserved(String topic) {
    return topic.equals(".") || topic.equals("..") || topic.startsWith(OURS);
  }
}
