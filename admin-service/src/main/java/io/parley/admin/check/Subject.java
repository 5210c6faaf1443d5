package io.parley.admin.check;

import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import java.util.List;

/**
 * What is checked. Two that are equal are one check.
 *
 * @param account with its secrets encrypted
 * @param addresses the account's addresses
 */
record Subject(Account account, List<ChannelAddress> addresses) {

  Subject {
    addresses = List.copyOf(addresses);
  }
}
