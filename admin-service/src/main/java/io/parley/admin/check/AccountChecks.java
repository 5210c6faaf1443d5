package io.parley.admin.check;

import io.parley.admin.account.Accounts;
import io.parley.admin.account.CheckView;
import io.parley.admin.account.LastCheck;
import io.parley.admin.account.LastChecks;
import io.parley.admin.configuration.ConfigurationStore;
import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Checks accounts and keeps what the last check came to. Whoever asks for a check that is already
 * being made by this instance gets its result.
 */
@ApplicationScoped
class AccountChecks {

  private final Accounts accounts;
  private final LastChecks lastChecks;
  private final ConfigurationStore store;
  private final ProviderChecks checks;
  private final Deeds deeds;
  private final CheckSettings settings;
  private final Map<Subject, Uni<LastCheck>> running = new ConcurrentHashMap<>();

  AccountChecks(
      Accounts accounts,
      LastChecks lastChecks,
      ConfigurationStore store,
      ProviderChecks checks,
      Deeds deeds,
      CheckSettings settings) {
    this.accounts = accounts;
    this.lastChecks = lastChecks;
    this.store = store;
    this.checks = checks;
    this.deeds = deeds;
    this.settings = settings;
  }

  /**
   * Checks an account. Called on an event loop, which does not wait.
   *
   * @throws ProblemException if there is no such account, or too many are being checked
   */
  Uni<CheckView> check(UUID id, UUID author) {
    Executor here = MutinyHelper.executor(Vertx.currentContext());
    return subject(id)
        .chain(subject -> joined(subject, author, here))
        .emitOn(here)
        .map(LastCheck::view);
  }

  private Uni<Subject> subject(UUID id) {
    return store
        .current()
        .map(
            configuration ->
                new Subject(
                    accounts
                        .find(configuration, id)
                        .orElseThrow(
                            () ->
                                new ProblemException(
                                    ProblemType.NOT_FOUND,
                                    "There is no ACCOUNT with this id for you.")),
                    configuration.definitions(Kind.CHANNEL_ADDRESS, ChannelAddress.class).stream()
                        .filter(address -> address.accountId().equals(id))
                        .toList()));
  }

  private Uni<LastCheck> joined(Subject subject, UUID author, Executor here) {
    if (running.size() >= settings.concurrency() && !running.containsKey(subject)) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "Too many accounts are being checked at this moment.");
    }
    return running.computeIfAbsent(subject, unused -> begun(subject, author, here));
  }

  private Uni<LastCheck> begun(Subject subject, UUID author, Executor here) {
    return Uni.createFrom()
        .completionStage(() -> checks.begin(subject))
        .emitOn(here)
        .call(check -> keep(subject, check, author))
        .onTermination()
        .invoke(() -> running.remove(subject))
        .memoize()
        .indefinitely();
  }

  private Uni<Void> keep(Subject subject, LastCheck check, UUID author) {
    Deed deed = new Deed("VALIDATED", Kind.ACCOUNT, subject.account().id(), check.view());
    return deeds.record(deed, author, () -> lastChecks.keep(check));
  }
}
