package io.parley.admin.identity;

import io.parley.admin.access.SessionCheck;
import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.admin.identity.Refresh.Turn;
import io.parley.admin.identity.StoredSession.Stamp;
import io.parley.platform.time.Identifiers;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Who is signed in. A session is a family of refresh tokens of which each is used once; one that
 * comes a second time ends the family, because two have it (RFC 9700 §4.14.2). A session rests on
 * the user's password and roles as they were when it began.
 */
@ApplicationScoped
public class Sessions implements SessionCheck {

  private static final Logger LOG = Logger.getLogger(Sessions.class);
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);
  private static final String FORGET = "delete from sign_in_session where expires_at <= $1";

  private final Pool pool;
  private final SessionRows rows;
  private final SignInUsers users;
  private final SessionConfiguration configuration;
  private final Identifiers identifiers;
  private final Clock clock;
  private final RandomGenerator random;

  Sessions(
      Pool pool,
      SignInUsers users,
      SessionConfiguration configuration,
      Identifiers identifiers,
      Clock clock,
      RandomGenerator random) {
    this.pool = pool;
    this.rows = new SessionRows(pool);
    this.users = users;
    this.configuration = configuration;
    this.identifiers = identifiers;
    this.clock = clock;
    this.random = random;
  }

  Uni<Void> endAll(UUID user, EndReason reason) {
    return rows.endAll(user, reason, clock.instant());
  }

  Uni<Void> end(UUID session, EndReason reason) {
    return rows.end(session, reason, clock.instant());
  }

  /** Begins a session of somebody who has proven to be this user. */
  Uni<Turn> begin(SignInUser user) {
    Instant now = clock.instant();
    StoredSession session =
        new StoredSession(
            identifiers.next(),
            user.id(),
            Stamp.of(user),
            now,
            now.plus(configuration.longest()),
            false);
    return pool.withTransaction(
        connection -> {
          SessionRows within = new SessionRows(connection);
          return within.begin(session).chain(() -> next(within, session, now));
        });
  }

  /** Uses a refresh token up. */
  Uni<Refresh> refresh(RefreshToken token) {
    String digest = token.digest();
    // The user is looked up first: a transaction that waits for a second connection could wait for
    // ever.
    return rows.ofToken(digest)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Refresh.Refused::new)
                    : users
                        .byId(found.get().session().userId())
                        .chain(
                            user ->
                                pool.withTransaction(
                                    connection ->
                                        refresh(new SessionRows(connection), digest, user))));
  }

  @Override
  public Uni<Boolean> isLive(UUID session, SignInUser user) {
    String password = Stamp.of(user).password();
    return rows.live(session, clock.instant())
        .map(
            found ->
                found
                    .filter(s -> s.userId().equals(user.id()))
                    .filter(s -> s.stamp().password().equals(password))
                    .isPresent());
  }

  /** Ends the sessions of users who have changed, also of those that nobody uses at present. */
  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> endOvertaken() {
    Instant now = clock.instant();
    return rows.live(now)
        .chain(
            live ->
                users
                    .byIds(live.stream().map(StoredSession::userId).distinct().toList())
                    .map(present -> overtaken(live, present)))
        .chain(overtaken -> rows.endThese(overtaken, EndReason.USER_CHANGED, now));
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forgetOld() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(clock.instant().minus(KEPT_AFTER_END).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Uni<Refresh> refresh(SessionRows within, String digest, Optional<SignInUser> user) {
    Instant now = clock.instant();
    return within
        .lockedOfToken(digest)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Refresh.Refused::new)
                    : turn(within, found.get(), digest, user, now));
  }

  private Uni<Refresh> turn(
      SessionRows within,
      SessionRows.OfToken found,
      String digest,
      Optional<SignInUser> user,
      Instant now) {
    StoredSession session = found.session();
    return switch (session.verdict(found.tokenUsed(), user, now, configuration.idle())) {
      case GOES_ON ->
          within
              .use(session.id(), digest, now)
              .chain(() -> next(within, session, now))
              .map(turn -> new Refresh.GoesOn(user.orElseThrow(), turn));
      case OVER -> Uni.createFrom().item(Refresh.Refused::new);
      case USER_CHANGED ->
          within.end(session.id(), EndReason.USER_CHANGED, now).replaceWith(Refresh.Refused::new);
      case REUSED -> {
        LOG.warnf(
            "A refresh token came a second time; its session is over. userId=%s sessionId=%s",
            session.userId(), session.id());
        yield within
            .end(session.id(), EndReason.REFRESH_TOKEN_REUSED, now)
            .replaceWith(() -> new Refresh.Reused(session.userId(), session.id()));
      }
    };
  }

  private Uni<Turn> next(SessionRows within, StoredSession session, Instant now) {
    RefreshToken token = RefreshToken.fresh(random);
    Instant until = StoredSession.refreshableUntil(now, session.expiresAt(), configuration.idle());
    return within
        .give(session.id(), token.digest(), now)
        .replaceWith(() -> new Turn(session.id(), token, until, session.expiresAt()));
  }

  private static List<UUID> overtaken(List<StoredSession> live, List<SignInUser> present) {
    Map<UUID, SignInUser> byId =
        present.stream().collect(Collectors.toMap(SignInUser::id, user -> user));
    return live.stream()
        .filter(session -> !session.restsOn(Optional.ofNullable(byId.get(session.userId()))))
        .map(StoredSession::id)
        .toList();
  }
}
