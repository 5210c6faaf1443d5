package io.parley.admin.identity;

import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.parley.platform.identity.OwnKeys;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The keys that sign tokens. They are kept encrypted in the database and the same for all
 * instances, which look every minute; whichever looks first when one is due makes it.
 */
@Startup
@ApplicationScoped
class SigningKeys implements OwnKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  /** Stands where an account's id stands for account secrets. */
  private static final UUID OWNER = new UUID(0, 1);

  private static final String FIELD = "signing-key";
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final String LOCK = "lock table signing_key in share row exclusive mode";
  private static final String KEEP = "insert into signing_key (jwk, signs_from) values ($1, $2)";
  private static final String REMOVE = "delete from signing_key where id = $1";
  private static final String READ = "select id, jwk, signs_from from signing_key";

  private final Database database;
  private final SecretCipher cipher;
  private final KeySchedule schedule;
  private final Clock clock;
  private volatile List<SigningKey> keys = List.of();

  SigningKeys(
      Database database, SecretCipher cipher, TokenConfiguration configuration, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
    // An instance that has just not looked must not sign with a key that others dropped.
    this.schedule =
        new KeySchedule(
            configuration.keyLifetime(),
            configuration.keySetCache().plus(LOOK.multipliedBy(2)),
            configuration.lifetime().plus(LOOK.multipliedBy(2)));
    look();
  }

  /** The key that signs now. */
  SigningKey signing() {
    List<SigningKey> present = keys;
    Instant from =
        schedule.signing(present.stream().map(SigningKey::signsFrom).toList(), clock.instant());
    return present.stream().filter(key -> key.signsFrom().equals(from)).findFirst().orElseThrow();
  }

  /** The key set that verifies tokens, as JSON (RFC 7517), the newest first. */
  String keySet() {
    return new JsonWebKeySet(keys.stream().map(SigningKey::jwk).toList())
        .toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  @Override
  public VerificationKeyResolver resolver() {
    return new JwksVerificationKeyResolver(
        List.copyOf(keys.stream().map(SigningKey::jwk).toList()));
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    List<Row> rows = database.reading(SigningKeys::read);
    if (needsWork(rows)) {
      rows = database.inTransaction(this::work);
    }
    keys =
        rows.stream()
            .map(row -> SigningKey.parse(cipher.decrypt(OWNER, FIELD, row.jwk()), row.signsFrom()))
            .sorted(Comparator.comparing(SigningKey::signsFrom).reversed())
            .toList();
  }

  private record Row(UUID id, String jwk, Instant signsFrom) {

    /** Leaves the key out. */
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  private static List<Row> read(Transaction transaction) {
    return transaction.query(
        READ,
        row -> new Row(row.getUUID(0), row.getString(1), row.getOffsetDateTime(2).toInstant()));
  }

  private boolean needsWork(List<Row> rows) {
    Instant now = clock.instant();
    List<Instant> all = rows.stream().map(Row::signsFrom).toList();
    return schedule.nextSignsFrom(all, now).isPresent()
        || all.stream().anyMatch(from -> schedule.isOver(from, all, now));
  }

  private List<Row> work(Transaction transaction) {
    // Others wait here and then see the key that the first one has made.
    transaction.update(LOCK);
    Instant now = clock.instant();
    List<Row> rows = read(transaction);
    List<Instant> all = rows.stream().map(Row::signsFrom).toList();
    Optional<Instant> next = schedule.nextSignsFrom(all, now);
    if (next.isPresent()) {
      transaction.update(
          KEEP,
          cipher.encrypt(OWNER, FIELD, SigningKey.generate()),
          next.get().atOffset(ZoneOffset.UTC));
      LOG.infof("A key for tokens was made. signsFrom=%s", next.get());
    }
    for (Row row : rows) {
      if (schedule.isOver(row.signsFrom(), all, now)) {
        transaction.update(REMOVE, row.id());
        LOG.infof("A key for tokens was removed. signedFrom=%s", row.signsFrom());
      }
    }
    return read(transaction);
  }
}
