package io.parley.admin.address;

import io.parley.admin.account.AccountRow;
import io.parley.admin.account.Accounts;
import io.parley.admin.configuration.Dependant;
import io.parley.admin.configuration.ObjectRules;
import io.parley.admin.configuration.References;
import io.parley.admin.configuration.UniqueValues;
import io.parley.admin.validation.Findings;
import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ConfigurationObject;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of channel addresses (domain/channels-and-accounts.md §1–2). One object serves one
 * request, because reading an address needs its account, which is found on the way.
 */
final class ChannelAddressRules implements ObjectRules<ChannelAddressInput, ChannelAddressRow> {

  private final ChannelAddresses addresses;
  private final Accounts accounts;
  private final References references;
  private final ChannelProviders providers;
  private @Nullable Reading reading;

  ChannelAddressRules(
      ChannelAddresses addresses,
      Accounts accounts,
      References references,
      ChannelProviders providers) {
    this.addresses = addresses;
    this.accounts = accounts;
    this.references = references;
    this.providers = providers;
  }

  private record Reading(Channel channel, String canonical) {}

  @Override
  public ConfigurationObject.Kind kind() {
    return ConfigurationObject.Kind.CHANNEL_ADDRESS;
  }

  @Override
  public ChannelAddresses repository() {
    return addresses;
  }

  @Override
  public String entityName() {
    return "ChannelAddressRow";
  }

  @Override
  public ChannelAddressRow emptyRow() {
    return new ChannelAddressRow();
  }

  @Override
  public Uni<Void> check(
      ChannelAddressInput input, UUID id, @Nullable ChannelAddressRow present, Findings findings) {
    return accounts
        .findById(input.accountId())
        .invoke(
            account -> {
              if (account == null) {
                findings.add("/accountId", "there is no account with this id");
              } else if (present != null && present.channel() != account.channel()) {
                findings.add("/accountId", "must be an account for " + present.channel());
              } else {
                reading = read(input, account, findings);
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> checkUnique(ChannelAddressInput input, UUID id) {
    Reading read = checked();
    return UniqueValues.check(
        addresses.count(
            "channel = ?1 and address = ?2 and id != ?3", read.channel(), read.canonical(), id),
        "/address");
  }

  @Override
  public void apply(ChannelAddressInput input, ChannelAddressRow row, Instant now) {
    Reading read = checked();
    row.set(input.accountId(), read.channel(), read.canonical(), input.type());
  }

  @Override
  public Object described(ChannelAddressRow row) {
    return ChannelAddressView.of(row);
  }

  @Override
  public ConfigurationObject published(ChannelAddressRow row) {
    return row.published();
  }

  @Override
  public Uni<List<Dependant>> dependants(UUID id) {
    return references.find(
        ConfigurationObject.Kind.WORKSTREAM,
        "from WorkstreamRow o where exists"
            + " (select 1 from o.instances i where i.channelAddressId = ?1) order by o.name",
        id);
  }

  private @Nullable Reading read(ChannelAddressInput input, AccountRow account, Findings findings) {
    ChannelProvider provider = providers.named(account.provider()).orElse(null);
    if (provider == null) {
      findings.add("/accountId", "the provider of this account is not installed any more");
      return null;
    }
    AccountForm form = provider.accountForm();
    Set<SenderType> types = form.senderTypes().getOrDefault(account.channel(), Set.of());
    if (!types.contains(input.type())) {
      findings.add("/type", "must be one of " + types.stream().sorted().toList());
      return null;
    }
    try {
      return new Reading(
          account.channel(),
          form.addresses().read(account.channel(), input.type(), input.address()));
    } catch (IllegalArgumentException e) {
      findings.add("/address", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Reading checked() {
    if (reading == null) {
      throw new IllegalStateException("the address has not been checked");
    }
    return reading;
  }
}
