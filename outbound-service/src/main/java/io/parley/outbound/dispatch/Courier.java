package io.parley.outbound.dispatch;

import io.parley.channels.CallbackUrl;
import io.parley.channels.LookUpResult;
import io.parley.channels.MessageSender;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.SendResult;
import io.parley.channels.secrets.AccountVault;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress;
import io.parley.outbound.provider.ClientConfiguration;
import io.parley.outbound.provider.Exchange;
import io.parley.outbound.provider.ProviderAddresses;
import io.parley.outbound.provider.ProviderClient;
import io.parley.outbound.provider.Route;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.platform.webhook.WebhookAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Runs errands: opens the account, makes the call, reads the answer. Never throws. */
@ApplicationScoped
class Courier {

  private static final Logger LOG = Logger.getLogger(Courier.class);

  private static final DeliveryReason TOO_LATE =
      new DeliveryReason(
          FailureCause.OTHER, "This attempt was prepared too slowly, so it was not made.", null);

  private final ProviderClient client;
  private final AccountVault vault;
  private final ConfigurationView configuration;
  private final ProviderAddresses addresses;
  private final WebhookAddress webhooks;
  private final Clock clock;
  private final Duration longestCall;

  Courier(
      ProviderClient client,
      AccountVault vault,
      ConfigurationView configuration,
      ProviderAddresses addresses,
      WebhookAddress webhooks,
      ClientConfiguration limits,
      Clock clock) {
    this.client = client;
    this.vault = vault;
    this.configuration = configuration;
    this.addresses = addresses;
    this.webhooks = webhooks;
    this.clock = clock;
    this.longestCall = limits.longestCall();
  }

  Outcome run(Errand errand) {
    return switch (errand) {
      case Errand.Send send -> send(send);
      case Errand.Ask ask -> ask(ask);
    };
  }

  private Outcome.Sent send(Errand.Send errand) {
    MessageSender sender = errand.route().provider().sender();
    ProviderRequest request;
    try {
      request =
          sender.request(
              Clearance.outgoing(errand.message().letter(), errand.route()),
              open(errand.route()),
              baseUrl(errand.route()),
              callback(errand));
    } catch (RuntimeException e) {
      LOG.errorf(
          "Call cannot be made. messageId=%s accountId=%s error=%s",
          errand.message().id(), errand.route().account().id(), e);
      return sent(errand, new SendResult.RetryLater(notReady(), null), false);
    }
    if (!errand.calling().leavesTimeFor(longestCall, clock.instant())) {
      LOG.warnf(
          "Call is not made: its lease ends too soon. messageId=%s attempt=%d",
          errand.message().id(), errand.message().attempts());
      return sent(errand, new SendResult.RetryLater(TOO_LATE, null), false);
    }
    return switch (client.exchange(request)) {
      case Exchange.Answered answered -> sent(errand, read(sender, answered), true);
      case Exchange.NotSent notSent ->
          sent(
              errand,
              new SendResult.RetryLater(
                  new DeliveryReason(FailureCause.PROVIDER_FAILURE, notSent.why(), null), null),
              false);
      case Exchange.Lost lost -> sent(errand, new SendResult.Unknown(unknown(lost.why())), false);
    };
  }

  private static SendResult read(MessageSender sender, Exchange.Answered answered) {
    try {
      return sender.result(answered.response());
    } catch (RuntimeException e) {
      LOG.errorf("Answer cannot be read. status=%d error=%s", answered.response().status(), e);
      return new SendResult.Unknown(unknown("The provider's answer could not be read."));
    }
  }

  private Outcome.Asked ask(Errand.Ask errand) {
    MessageSender sender = errand.route().provider().sender();
    Optional<ProviderRequest> request;
    try {
      request =
          sender.lookUp(
              Clearance.outgoing(errand.message().letter(), errand.route()),
              open(errand.route()),
              baseUrl(errand.route()),
              errand.suspectSince());
    } catch (RuntimeException e) {
      LOG.errorf(
          "Question cannot be put. messageId=%s accountId=%s error=%s",
          errand.message().id(), errand.route().account().id(), e);
      return asked(errand, new LookUpResult.Unanswered(notReady()));
    }
    if (request.isEmpty()) {
      return asked(
          errand,
          new LookUpResult.Ambiguous(unknown("The provider cannot be asked for a message.")));
    }
    return switch (client.exchange(request.get())) {
      case Exchange.Answered answered -> asked(errand, lookedUp(sender, errand, answered));
      case Exchange.NotSent notSent ->
          asked(errand, new LookUpResult.Unanswered(unknown(notSent.why())));
      case Exchange.Lost lost -> asked(errand, new LookUpResult.Unanswered(unknown(lost.why())));
    };
  }

  private static LookUpResult lookedUp(
      MessageSender sender, Errand.Ask errand, Exchange.Answered answered) {
    try {
      LookUpResult result =
          sender.lookedUp(
              answered.response(),
              Clearance.outgoing(errand.message().letter(), errand.route()),
              errand.suspectSince(),
              errand.takenElsewhere());
      return result instanceof LookUpResult.Found && errand.hasDouble()
          ? new LookUpResult.Unanswered(
              unknown("Another message to this customer says the same and is open, too."))
          : result;
    } catch (RuntimeException e) {
      LOG.errorf("Answer cannot be read. status=%d error=%s", answered.response().status(), e);
      return new LookUpResult.Unanswered(unknown("The provider's answer could not be read."));
    }
  }

  private OpenAccount open(Route route) {
    return vault.open(route.account(), configuration.current().all(ChannelAddress.class));
  }

  private URI baseUrl(Route route) {
    return Optional.ofNullable(addresses.byName().get(route.provider().name()))
        .flatMap(ProviderAddresses.Address::baseUrl)
        .orElseGet(() -> route.provider().sender().defaultBaseUrl());
  }

  private URI callback(Errand.Send errand) {
    return CallbackUrl.of(
        URI.create(
            webhooks.inbound(
                errand.route().provider().name(), errand.route().account().accountKey())),
        errand.message().id());
  }

  private static Outcome.Sent sent(Errand.Send errand, SendResult result, boolean answered) {
    return new Outcome.Sent(
        errand.message().id(),
        errand.message().attempts(),
        errand.route().account().id(),
        errand.calling().startedAt(),
        result,
        answered);
  }

  private static Outcome.Asked asked(Errand.Ask errand, LookUpResult result) {
    return new Outcome.Asked(
        errand.message().id(),
        errand.message().attempts(),
        errand.question(),
        errand.route().account().id(),
        errand.askedAt(),
        result);
  }

  private static DeliveryReason unknown(String why) {
    return new DeliveryReason(FailureCause.OUTCOME_UNKNOWN, why, null);
  }

  private static DeliveryReason notReady() {
    return new DeliveryReason(
        FailureCause.CONFIGURATION,
        "The account's settings or credentials cannot be used. Ask an administrator.",
        null);
  }
}
