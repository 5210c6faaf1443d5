package io.parley.outbound.provider;

import io.parley.channels.ChannelProvider;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;

/** The way a message takes: our address, the account it belongs to, and the account's provider. */
public record Route(ChannelAddress from, Account account, ChannelProvider provider) {}
