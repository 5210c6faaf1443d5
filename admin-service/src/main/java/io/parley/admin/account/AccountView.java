package io.parley.admin.account;

import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.events.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as callers see it. Secrets are write-only: a caller learns that one is set, and when.
 *
 * @param id stable id
 * @param name what administrators call it
 * @param provider name of the provider
 * @param channel the one channel it serves
 * @param settings fields that are not secret
 * @param secrets for each secret field of the provider, whether it is set
 * @param callbackUrls what to enter at the provider; empty for callers who may not see them
 * @param lastCheck what checking these settings and secrets at the provider came to, if they were
 * @param version its ETag; a check does not change it
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 */
@Schema(name = "Account")
record AccountView(
    UUID id,
    String name,
    String provider,
    Channel channel,
    Map<String, String> settings,
    Map<String, SecretState> secrets,
    List<CallbackUrls.Entry> callbackUrls,
    @Nullable CheckView lastCheck,
    long version,
    Instant createdAt,
    Instant changedAt) {

  /**
   * What is known about a secret.
   *
   * @param set whether it has a value
   * @param setAt since when
   */
  record SecretState(boolean set, @Nullable Instant setAt) {}

  static AccountView of(
      AccountRow row, ChannelProviders providers, List<CallbackUrls.Entry> callbackUrls) {
    return new AccountView(
        row.id(),
        row.name(),
        row.provider(),
        row.channel(),
        row.settings(),
        secrets(row, providers),
        callbackUrls,
        CheckView.of(row.lastCheck()),
        row.version(),
        row.createdAt(),
        row.changedAt());
  }

  private static Map<String, SecretState> secrets(AccountRow row, ChannelProviders providers) {
    Map<String, SecretState> secrets = new TreeMap<>();
    providers
        .named(row.provider())
        .map(ChannelProvider::accountForm)
        .map(AccountForm::fields)
        .orElse(List.of())
        .stream()
        .filter(AccountForm.Field::secret)
        .forEach(field -> secrets.put(field.name(), new SecretState(false, null)));
    row.secretsSetAt().forEach((name, at) -> secrets.put(name, new SecretState(true, at)));
    return secrets;
  }
}
