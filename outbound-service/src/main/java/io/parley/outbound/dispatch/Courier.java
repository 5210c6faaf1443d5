package io.parley.outbound.dispatch;

import io.parley.channels.CallbackUrl;
import io.parley.channels.LookUpResult;
import io.parley.channels.MessageSender;
import io.parley.channels.OpenAccount;
import io.parley.channels.Question;
import io.parley.channels.SendResult;
import io.parley.channels.secrets.AccountVault;
import io.parley.channels.secrets.UnresolvedSecretException;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress;
import io.parley.outbound.provider.Route;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.platform.provider.ClientConfiguration;
import io.parley.platform.provider.Exchange;
import io.parley.platform.provider.ProviderCalls;
import io.parley.platform.webhook.WebhookAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs errands: opens the account, makes the call, reads the answer. Never throws. */
@ApplicationScoped
class Courier {

  private static final Logger LOG = Logger.getLogger(Courier.class);

  private static final DeliveryReason TOO_LATE =
      new DeliveryReason(
          FailureCause.OTHER, "This attempt was prepared too slowly, so it was not made.", null);

  private static final Duration AWAITING_SECRET = Duration.ofSeconds(5);

  private final ProviderCalls calls;
  private final AccountVault vault;
  private final ConfigurationView configuration;
  private final WebhookAddress webhooks;
  private final AttachmentLinks links;
  private final Clock clock;
  private final Duration longestCall;

  Courier(
      ProviderCalls calls,
      AccountVault vault,
      ConfigurationView configuration,
      WebhookAddress webhooks,
      AttachmentLinks links,
      ClientConfiguration limits,
      Clock clock) {
    this.calls = calls;
    this.vault = vault;
    this.configuration = configuration;
    this.webhooks = webhooks;
    this.links = links;
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
    OpenAccount account;
    Exchange exchange;
    try {
      account = open(errand.route());
      exchange =
          calls.exchange(
              errand.route().provider(),
              account,
              context -> {
                if (!errand.calling().leavesTimeFor(longestCall, clock.instant())) {
                  throw new TooLateException();
                }
                return sender.request(links.in(errand.outgoing()), context, callback(errand));
              });
    } catch (TooLateException e) {
      LOG.warnf(
          "Call is not made: its lease ends too soon. messageId=%s attempt=%d",
          errand.message().id(), errand.message().attempts());
      return sent(errand, new SendResult.RetryLater(TOO_LATE, null), false);
    } catch (RuntimeException e) {
      LOG.errorf(
          "Call cannot be made. messageId=%s accountId=%s error=%s",
          errand.message().id(), errand.route().account().id(), e);
      return sent(errand, new SendResult.RetryLater(notReady(e), pause(e)), false);
    }
    return switch (exchange) {
      case Exchange.Answered answered ->
          sent(errand, read(sender, answered, errand, account), true);
      case Exchange.NoAccess noAccess ->
          sent(
              errand,
              noAccess.forGood()
                  ? new SendResult.Refused(noAccess.reason())
                  : new SendResult.RetryLater(noAccess.reason(), null),
              false);
      case Exchange.NotSent notSent ->
          sent(
              errand,
              new SendResult.RetryLater(
                  new DeliveryReason(FailureCause.PROVIDER_FAILURE, notSent.why(), null), null),
              false);
      case Exchange.Lost lost -> sent(errand, new SendResult.Unknown(unknown(lost.why())), false);
    };
  }

  private SendResult read(
      MessageSender sender, Exchange.Answered answered, Errand.Send errand, OpenAccount account) {
    try {
      return sender.result(answered.response(), links.in(errand.outgoing()), account);
    } catch (RuntimeException e) {
      LOG.errorf("Answer cannot be read. status=%d error=%s", answered.response().status(), e);
      return new SendResult.Unknown(unknown("The provider's answer could not be read."));
    }
  }

  private Outcome.Asked ask(Errand.Ask errand) {
    MessageSender sender = errand.route().provider().sender();
    OpenAccount account;
    Exchange exchange;
    AtomicReference<Question.Kind> kind = new AtomicReference<>(Question.Kind.SEARCH);
    try {
      account = open(errand.route());
      exchange =
          calls.exchange(
              errand.route().provider(),
              account,
              context -> {
                Question question =
                    sender
                        .lookUp(
                            links.in(errand.outgoing()),
                            context,
                            callback(errand),
                            errand.suspectSince())
                        .filter(asked -> mayBeAsked(asked, errand))
                        .orElseThrow(CannotBeAskedException::new);
                kind.set(question.kind());
                return question.request();
              });
    } catch (CannotBeAskedException e) {
      return asked(
          errand,
          new LookUpResult.Ambiguous(unknown("The provider cannot be asked for the message.")));
    } catch (RuntimeException e) {
      LOG.errorf(
          "Question cannot be put. messageId=%s accountId=%s error=%s",
          errand.message().id(), errand.route().account().id(), e);
      return asked(errand, new LookUpResult.Unanswered(notReady(e)));
    }
    return switch (exchange) {
      case Exchange.Answered answered ->
          asked(
              errand,
              lookedUp(sender, errand, answered, account, Objects.requireNonNull(kind.get())));
      case Exchange.NoAccess noAccess ->
          asked(errand, new LookUpResult.Unanswered(unknown(noAccess.reason().text())));
      case Exchange.NotSent notSent ->
          asked(errand, new LookUpResult.Unanswered(unknown(notSent.why())));
      case Exchange.Lost lost -> asked(errand, new LookUpResult.Unanswered(unknown(lost.why())));
    };
  }

  /** A repetition may be what sends the message, so it must be allowed as a sending is. */
  private static boolean mayBeAsked(Question question, Errand.Ask errand) {
    return switch (question.kind()) {
      case SEARCH -> true;
      case REPEAT -> errand.mayRepeat();
    };
  }

  private LookUpResult lookedUp(
      MessageSender sender,
      Errand.Ask errand,
      Exchange.Answered answered,
      OpenAccount account,
      Question.Kind kind) {
    try {
      LookUpResult result =
          sender.lookedUp(
              answered.response(),
              links.in(errand.outgoing()),
              account,
              errand.suspectSince(),
              errand.takenElsewhere());
      return result instanceof LookUpResult.Found
              && kind == Question.Kind.SEARCH
              && errand.hasDouble()
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

  private URI callback(Errand errand) {
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

  /** Somebody has to do something: quick repetitions would only use up the attempts. */
  private static @Nullable Duration pause(RuntimeException problem) {
    return problem instanceof UnresolvedSecretException ? AWAITING_SECRET : null;
  }

  private static DeliveryReason notReady(RuntimeException problem) {
    return new DeliveryReason(
        FailureCause.CONFIGURATION,
        problem instanceof UnresolvedSecretException unresolved
            ? "The account's credentials cannot be used: "
                + unresolved.reason()
                + ". Ask an administrator."
            : "The account's settings or credentials cannot be used. Ask an administrator.",
        null);
  }

  private static final class TooLateException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final class CannotBeAskedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
