package io.parley.admin.account;

import io.parley.admin.configuration.Dependant;
import io.parley.admin.configuration.ObjectRules;
import io.parley.admin.configuration.References;
import io.parley.admin.validation.Findings;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.channels.secrets.SecretCipher;
import io.parley.channels.secrets.SecretReferences;
import io.parley.events.configuration.ConfigurationObject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The rules of accounts (domain/channels-and-accounts.md §1–2, §9). */
@ApplicationScoped
class AccountRules implements ObjectRules<AccountInput, AccountRow> {

  private static final int KEY_BYTES = 32;

  private final Accounts accounts;
  private final References references;
  private final ChannelProviders providers;
  private final SecretCipher cipher;
  private final SecretReferences secretReferences;
  private final RandomGenerator random;

  AccountRules(
      Accounts accounts,
      References references,
      ChannelProviders providers,
      SecretCipher cipher,
      SecretReferences secretReferences,
      RandomGenerator random) {
    this.accounts = accounts;
    this.references = references;
    this.providers = providers;
    this.cipher = cipher;
    this.secretReferences = secretReferences;
    this.random = random;
  }

  @Override
  public ConfigurationObject.Kind kind() {
    return ConfigurationObject.Kind.ACCOUNT;
  }

  @Override
  public Accounts repository() {
    return accounts;
  }

  @Override
  public String entityName() {
    return "AccountRow";
  }

  @Override
  public AccountRow emptyRow() {
    return new AccountRow();
  }

  @Override
  public Uni<Void> check(
      AccountInput input, UUID id, @Nullable AccountRow present, Findings findings) {
    checkProvider(input, present, findings);
    return Uni.createFrom().voidItem();
  }

  @Override
  public void apply(AccountInput input, AccountRow row, Instant now) {
    if (!row.isOpened()) {
      row.opened(input.provider(), input.channel(), newAccountKey());
    }
    row.replaceSettings(AccountFields.trimmed(input.settings()), now);
    input
        .secrets()
        .forEach(
            (name, secret) -> {
              if (secret == null) {
                row.removeSecret(name);
              } else {
                row.setSecret(name, cipher.encrypt(row.id(), name, secret.strip()), now);
              }
            });
  }

  @Override
  public Object described(AccountRow row) {
    return AccountView.of(row, providers, List.of());
  }

  @Override
  public ConfigurationObject published(AccountRow row) {
    return row.published();
  }

  @Override
  public Uni<List<Dependant>> dependants(UUID id) {
    return references.find(
        ConfigurationObject.Kind.CHANNEL_ADDRESS,
        "from ChannelAddressRow o where o.accountId = ?1 order by o.name",
        id);
  }

  private void checkProvider(AccountInput input, @Nullable AccountRow present, Findings findings) {
    Optional<ChannelProvider> provider = providers.named(input.provider());
    if (provider.isEmpty()) {
      findings.add(
          "/provider",
          "must be one of " + providers.all().stream().map(ChannelProvider::name).toList());
      return;
    }
    if (!provider.get().channels().contains(input.channel())) {
      findings.add("/channel", "must be one of " + sorted(provider.get()));
    }
    if (present != null && !present.provider().equals(input.provider())) {
      findings.add("/provider", "cannot be changed: delete the account and create another");
      return;
    }
    if (present != null && present.channel() != input.channel()) {
      findings.add("/channel", "cannot be changed: delete the account and create another");
    }
    Set<String> set = present == null ? Set.of() : present.ciphertexts().keySet();
    new AccountFields(provider.get().accountForm(), secretReferences, findings).check(input, set);
  }

  private static List<?> sorted(ChannelProvider provider) {
    return provider.channels().stream().sorted().toList();
  }

  private String newAccountKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }
}
