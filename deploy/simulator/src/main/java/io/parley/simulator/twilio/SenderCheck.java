package io.parley.simulator.twilio;

import io.parley.simulator.http.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the sender of a message and refuses what the account does not own. */
final class SenderCheck {

  /** The sender, and the service if the request named one. */
  record Choice(Address sender, @Nullable MessagingServiceSettings service) {}

  private final Accounts accounts;

  SenderCheck(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * @throws RefusedException if there is no usable sender
   */
  Choice choose(Account account, Address to, Parameters form) {
    if (account.isTest()) {
      return new Choice(TestCredentials.check(form.text("From"), to), null);
    }
    @Nullable MessagingServiceSettings service =
        form.has("MessagingServiceSid") ? service(account, form) : null;
    if (!form.has("From") && service != null) {
      return new Choice(pick(to.channel(), service), service);
    }
    Address from = Address.parse(form.text("From"));
    refuseMalformed(from, to);
    refuseForeign(account, from, to);
    if (service != null && !service.holds(from)) {
      throw TwilioError.SERVICE_WITHOUT_SENDER.refused();
    }
    return new Choice(from, service);
  }

  private static MessagingServiceSettings service(Account account, Parameters form) {
    MessagingServiceSettings service =
        account
            .service(form.text("MessagingServiceSid"))
            .orElseThrow(TwilioError.SERVICE_INVALID::refused);
    if (service.senders().isEmpty()) {
      throw TwilioError.SERVICE_EMPTY.refused();
    }
    return service;
  }

  private static Address pick(Channel channel, MessagingServiceSettings service) {
    List<Address> senders = service.senders().stream().map(Address::parse).toList();
    return senders.stream()
        .filter(sender -> sender.channel() == channel)
        .findFirst()
        .orElseThrow(TwilioError.SERVICE_WITHOUT_SENDER::refused);
  }

  private static void refuseMalformed(Address from, Address to) {
    boolean plausible =
        switch (from.channel()) {
          case SMS -> from.isE164() || from.isShortCode() || from.isAlphanumeric();
          case WHATSAPP -> from.isE164();
        };
    if (!plausible) {
      throw TwilioError.INVALID_FROM.refused();
    }
    if (from.equals(to)) {
      throw TwilioError.SAME_TO_AND_FROM.refused();
    }
  }

  private void refuseForeign(Account account, Address from, Address to) {
    if (from.channel() == Channel.WHATSAPP) {
      if (account.number(from).isEmpty()) {
        throw TwilioError.CHANNEL_SENDER_UNKNOWN.refused();
      }
    } else if (from.isAlphanumeric()) {
      refuseAlphanumeric(account, to);
    } else {
      refuseForeignNumber(account, from);
    }
  }

  private static void refuseAlphanumeric(Account account, Address to) {
    if (to.isNorthAmerican() || account.settings().type() == AccountType.TRIAL) {
      throw TwilioError.PAIR_IMPOSSIBLE.refused();
    }
  }

  private void refuseForeignNumber(Account account, Address from) {
    if (account.number(from).isPresent()) {
      if (account.number(from).filter(n -> n.can(Capability.SMS)).isEmpty()) {
        throw TwilioError.FROM_NOT_USABLE.refused();
      }
      return;
    }
    if (account.number(new Address(Channel.WHATSAPP, from.value())).isPresent()) {
      throw TwilioError.FROM_NOT_USABLE.refused();
    }
    throw accounts.ownedByAnother(from, account)
        ? TwilioError.FROM_OF_ANOTHER_ACCOUNT.refused()
        : TwilioError.FROM_UNKNOWN.refused();
  }
}
