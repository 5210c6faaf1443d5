package io.parley.admin.check;

import io.parley.admin.account.AccountRow;
import io.parley.admin.account.Accounts;
import io.parley.admin.account.CheckView;
import io.parley.admin.account.LastCheck;
import io.parley.admin.address.ChannelAddressRow;
import io.parley.admin.address.ChannelAddresses;
import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
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
  private final ChannelAddresses addresses;
  private final ProviderChecks checks;
  private final Deeds deeds;
  private final CheckSettings settings;
  private final Map<Subject, Uni<LastCheck>> running = new ConcurrentHashMap<>();

  AccountChecks(
      Accounts accounts,
      ChannelAddresses addresses,
      ProviderChecks checks,
      Deeds deeds,
      CheckSettings settings) {
    this.accounts = accounts;
    this.addresses = addresses;
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
    return Panache.withSession(() -> subject(id))
        .chain(subject -> joined(subject, author, here))
        .emitOn(here)
        .map(check -> Objects.requireNonNull(CheckView.of(check)));
  }

  private Uni<Subject> subject(UUID id) {
    return accounts
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no ACCOUNT with this id for you."))
        .chain(
            account ->
                addresses
                    .ofAccount(id)
                    .map(
                        rows ->
                            new Subject(
                                account.published(),
                                rows.stream().map(ChannelAddressRow::published).toList())));
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
    UUID id = subject.account().id();
    Deed deed =
        new Deed("VALIDATED", Kind.ACCOUNT, id, Objects.requireNonNull(CheckView.of(check)));
    return deeds.record(
        deed,
        author,
        () ->
            accounts
                .findById(id)
                .onItem()
                .ifNotNull()
                .invoke((AccountRow row) -> row.keep(check, subject.account())));
  }
}
