package io.parley.admin.address;

import io.parley.admin.account.Accounts;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The rules of channel addresses (domain/channels-and-accounts.md §1–2). */
@ApplicationScoped
class ChannelAddressKind implements ObjectKind<ChannelAddress> {

  private final Accounts accounts;
  private final ChannelProviders providers;

  ChannelAddressKind(Accounts accounts, ChannelProviders providers) {
    this.accounts = accounts;
    this.providers = providers;
  }

  @Override
  public Kind kind() {
    return Kind.CHANNEL_ADDRESS;
  }

  @Override
  public Class<ChannelAddress> type() {
    return ChannelAddress.class;
  }

  @Override
  public String name(ChannelAddress definition) {
    return definition.name();
  }

  @Override
  public String key(ChannelAddress definition) {
    return definition.channel() + " " + definition.address();
  }

  @Override
  public String keyPointer() {
    return "/address";
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(new ReferencePath("/accountId", Kind.ACCOUNT));
  }

  @Override
  public ChannelAddress check(ChannelAddress given, Candidate<ChannelAddress> candidate) {
    Account account = accounts.find(candidate.all(), given.accountId()).orElseThrow();
    if (given.channel() != null && given.channel() != account.channel()) {
      candidate.findings().add("/channel", "must be " + account.channel() + " as the account's");
    }
    candidate
        .before()
        .map(Entry::definition)
        .filter(before -> before.channel() != account.channel())
        .ifPresent(
            before ->
                candidate
                    .findings()
                    .add("/accountId", "must be an account for " + before.channel()));
    ChannelProvider provider = providers.named(account.provider()).orElse(null);
    if (provider == null) {
      candidate
          .findings()
          .add("/accountId", "the provider of this account is not installed any more");
      return given;
    }
    return canonical(given, account, provider.accountForm(), candidate);
  }

  private static ChannelAddress canonical(
      ChannelAddress given,
      Account account,
      AccountForm form,
      Candidate<ChannelAddress> candidate) {
    Set<SenderType> types = form.senderTypes().getOrDefault(account.channel(), Set.of());
    if (!types.contains(given.type())) {
      candidate.findings().add("/type", "must be one of " + types.stream().sorted().toList());
      return given;
    }
    try {
      return new ChannelAddress(
          given.id(),
          given.accountId(),
          account.channel(),
          form.addresses().read(account.channel(), given.type(), given.address()),
          given.name().strip(),
          given.type());
    } catch (IllegalArgumentException e) {
      candidate.findings().add("/address", String.valueOf(e.getMessage()));
      return given;
    }
  }
}
