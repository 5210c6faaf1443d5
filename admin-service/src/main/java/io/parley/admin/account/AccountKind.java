package io.parley.admin.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.access.Sight;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.configuration.Sealed;
import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.channels.secrets.SecretCipher;
import io.parley.channels.secrets.SecretReferences;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RetiredAccount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The rules of accounts (domain/channels-and-accounts.md §1–2, §9). */
@ApplicationScoped
class AccountKind implements ObjectKind<AccountDefinition> {

  private static final String CALLBACK_URLS = "callbackUrls";
  private static final String LAST_CHECK = "lastCheck";
  private static final String FIXED = "cannot be changed: delete the account and create another";

  private final ChannelProviders providers;
  private final CallbackUrls callbackUrls;
  private final LastChecks checks;
  private final SecretCipher cipher;
  private final SecretReferences secretReferences;
  private final RandomGenerator random;
  private final ObjectMapper json;

  AccountKind(
      ChannelProviders providers,
      CallbackUrls callbackUrls,
      LastChecks checks,
      SecretCipher cipher,
      SecretReferences secretReferences,
      RandomGenerator random,
      ObjectMapper json) {
    this.providers = providers;
    this.callbackUrls = callbackUrls;
    this.checks = checks;
    this.cipher = cipher;
    this.secretReferences = secretReferences;
    this.random = random;
    this.json = json;
  }

  @Override
  public Kind kind() {
    return Kind.ACCOUNT;
  }

  @Override
  public Class<AccountDefinition> type() {
    return AccountDefinition.class;
  }

  @Override
  public String name(AccountDefinition definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(new ReferencePath("/businessUnitId", Kind.BUSINESS_UNIT));
  }

  @Override
  public Secrecy secrecy() {
    return Secrecy.SECRETS;
  }

  @Override
  public List<String> secretFields(ObjectNode body) {
    return providers
        .named(body.path("provider").asText())
        .map(ChannelProvider::accountForm)
        .map(AccountForm::fields)
        .orElse(List.of())
        .stream()
        .filter(AccountForm.Field::secret)
        .map(AccountForm.Field::name)
        .sorted()
        .toList();
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
  public AccountDefinition check(AccountDefinition given, Candidate<AccountDefinition> candidate) {
    Optional<ChannelProvider> provider = providers.named(given.provider());
    if (provider.isEmpty()) {
      candidate
          .findings()
          .add(
              "/provider",
              "must be one of " + providers.all().stream().map(ChannelProvider::name).toList());
      return given;
    }
    if (!provider.get().channels().contains(given.channel())) {
      candidate
          .findings()
          .add(
              "/channel", "must be one of " + provider.get().channels().stream().sorted().toList());
    }
    AccountDefinition before = candidate.before().map(Entry::definition).orElse(given);
    if (!before.provider().equals(given.provider())) {
      candidate.findings().add("/provider", FIXED);
      return given;
    }
    if (before.channel() != given.channel()) {
      candidate.findings().add("/channel", FIXED);
    }
    new AccountFields(provider.get().accountForm(), secretReferences, candidate.findings())
        .check(
            given.channel(), given.settings(), candidate.givenSecrets(), candidate.keptSecrets());
    return new AccountDefinition(
        given.id(),
        given.name().strip(),
        given.description(),
        given.businessUnitId(),
        given.provider(),
        given.channel(),
        new HashMap<>(AccountFields.trimmed(given.settings())));
  }

  @Override
  public ObjectNode own() {
    return AccountKey.random(random).json();
  }

  @Override
  public ObjectNode renewed(ObjectNode own, Instant now, Duration grace) {
    return AccountKey.of(own).renewed(random, now, grace).json();
  }

  @Override
  public ObjectNode ownAt(ObjectNode own, Instant now) {
    AccountKey key = AccountKey.of(own);
    AccountKey present = key.at(now);
    return present.equals(key) ? own : present.json();
  }

  @Override
  public List<String> shownBesides() {
    return List.of(CALLBACK_URLS, LAST_CHECK, AccountKey.UNTIL);
  }

  @Override
  public ObjectNode shownOwn(ObjectNode own) {
    return AccountKey.of(own).shown();
  }

  @Override
  public ConfigurationObject published(Entry<AccountDefinition> entry) {
    return account(entry);
  }

  @Override
  public Optional<Remains> remains(Entry<AccountDefinition> entry, Instant now) {
    RetiredAccount retired = RetiredAccount.of(account(entry), now);
    return Optional.of(new Remains(Kind.RETIRED_ACCOUNT, retired.id(), retired));
  }

  /** The account as every service gets it. */
  static Account account(Entry<AccountDefinition> entry) {
    AccountDefinition definition = entry.definition();
    AccountKey key = AccountKey.of(entry.own());
    Map<String, String> secrets = new HashMap<>();
    Map<String, Account.PreviousSecret> previous = new HashMap<>();
    entry
        .sealed()
        .forEach(
            (name, kept) -> {
              secrets.put(name, kept.ciphertext());
              kept.before().ifPresent(before -> previous.put(name, before));
            });
    return new Account(
        entry.id(),
        definition.name(),
        definition.provider(),
        definition.channel(),
        key.value(),
        AccountFields.trimmed(definition.settings()),
        secrets,
        previous,
        key.previous().orElse(null));
  }

  @Override
  public Uni<Map<UUID, ObjectNode>> additions(List<Entry<AccountDefinition>> entries, Sight sight) {
    return checks
        .of(entries.stream().map(AccountKind::account).toList())
        .map(
            found -> {
              Map<UUID, ObjectNode> additions = new HashMap<>();
              for (Entry<AccountDefinition> entry : entries) {
                ObjectNode added = json.createObjectNode();
                added.set(
                    CALLBACK_URLS,
                    json.valueToTree(
                        sight.isAdministrator()
                            ? callbackUrls.of(account(entry))
                            : List.<CallbackUrls.Entry>of()));
                added.set(LAST_CHECK, json.valueToTree(found.get(entry.id())));
                additions.put(entry.id(), added);
              }
              return additions;
            });
  }
}
