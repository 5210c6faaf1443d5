package io.parley.admin.secrets;

import io.parley.admin.configuration.Resealing;
import io.parley.channels.secrets.Keyset;
import io.parley.channels.secrets.SecretCipher;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.parley.platform.secrets.KeysetInForce;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Puts stored secrets under the primary key, a few at a time, in the background. A batch is one
 * transaction, so it can end at any time; one instance at a time makes them.
 */
@ApplicationScoped
class Reencryption {

  private static final Logger LOG = Logger.getLogger(Reencryption.class);

  private static final int BATCH = 100;

  /** Besides the locks of the outbox (its ranges), the audit (1000) and the migrations (1001). */
  private static final int LOCK_NUMBER = 1002;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext(current_schema()), $1)";

  private final Database database;
  private final KeysetInForce keyset;
  private final SecretCipher cipher;
  private final Resealing resealing;

  Reencryption(Database database, KeysetInForce keyset, SecretCipher cipher, Resealing resealing) {
    this.database = database;
    this.keyset = keyset;
    this.cipher = cipher;
    this.resealing = resealing;
  }

  /** One look at everything. */
  @Scheduled(
      every = "${parley.admin.reencryption.every:PT10S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    // An instance that has not seen a promotion yet must not take back what another has done.
    Keyset now = keyset.refreshed();
    Long[] others =
        now.keys().stream()
            .filter(key -> key.enabled() && !key.primary())
            .map(Keyset.Key::id)
            .toArray(Long[]::new);
    if (others.length == 0) {
      return;
    }
    for (SealedPlace place : SealedPlace.values()) {
      run(place, others);
    }
  }

  private void run(SealedPlace place, Long[] others) {
    int done = 0;
    int failed = 0;
    String after = "";
    boolean more = true;
    while (more) {
      String from = after;
      Batch batch =
          place.isPublished()
              ? published(place, others, from)
              : database.inTransaction(t -> batch(t, place, others, from));
      done += batch.done();
      failed += batch.failed();
      after = batch.last();
      more = batch.more();
    }
    if (done > 0) {
      LOG.infof(
          "Secrets are under the primary key now. place=%s values=%d key=%d",
          place, done, keyset.current().primaryId());
    }
    if (failed > 0) {
      LOG.errorf("Secrets do not open and stay as they are. place=%s values=%d", place, failed);
    }
  }

  /** Fields of objects change as the configuration does, and are published again. */
  private Batch published(SealedPlace place, Long[] others, String after) {
    List<Value> values = database.reading(t -> select(t, place, others, after, BATCH));
    if (values.isEmpty()) {
      return new Batch(0, 0, after, false);
    }
    Map<UUID, Set<String>> fields = new HashMap<>();
    values.forEach(
        value ->
            fields.computeIfAbsent(value.owner(), unused -> new HashSet<>()).add(value.field()));
    Set<String> selected = new HashSet<>();
    values.forEach(value -> selected.add(value.ciphertext()));
    AtomicInteger failed = new AtomicInteger();
    int done = resealed(fields, selected, failed);
    return new Batch(done, failed.get(), values.getLast().ciphertext(), values.size() == BATCH);
  }

  private int resealed(Map<UUID, Set<String>> fields, Set<String> selected, AtomicInteger failed) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () ->
              resealing.reseal(
                  fields,
                  (owner, field, ciphertext) ->
                      // Another instance may have been faster.
                      selected.contains(ciphertext)
                          ? again(owner, field, ciphertext, failed)
                          : ciphertext));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("secrets could not be put under the primary key", e);
    }
  }

  private String again(UUID owner, String field, String ciphertext, AtomicInteger failed) {
    try {
      return cipher.encrypt(owner, field, cipher.decrypt(owner, field, ciphertext));
    } catch (IllegalArgumentException e) {
      failed.incrementAndGet();
      throw e;
    }
  }

  private Batch batch(Transaction transaction, SealedPlace place, Long[] others, String after) {
    if (!transaction.query(LOCK, row -> row.getBoolean(0), LOCK_NUMBER).get(0)) {
      return new Batch(0, 0, after, false);
    }
    List<Value> values = select(transaction, place, others, after, BATCH);
    int done = 0;
    int failed = 0;
    for (Value value : values) {
      try {
        if (exchange(transaction, place, value)) {
          done++;
        }
      } catch (IllegalArgumentException e) {
        failed++;
      }
    }
    return new Batch(
        done,
        failed,
        values.isEmpty() ? after : values.getLast().ciphertext(),
        values.size() == BATCH);
  }

  private boolean exchange(Transaction transaction, SealedPlace place, Value value) {
    String clear = cipher.decrypt(value.owner(), value.field(), value.ciphertext());
    return transaction.update(
            place.exchange(),
            value.owner(),
            value.field(),
            value.ciphertext(),
            cipher.encrypt(value.owner(), value.field(), clear))
        == 1;
  }

  private static List<Value> select(
      Transaction transaction, SealedPlace place, Long[] keys, String after, int most) {
    return transaction.query(place.selection(), Value::of, keys, after, most);
  }

  /** One ciphertext and what it is bound to. */
  private record Value(UUID owner, String field, String ciphertext) {

    static Value of(Row row) {
      return new Value(row.getUUID(0), row.getString(1), row.getString(2));
    }
  }

  /**
   * What one transaction did.
   *
   * @param last where the next one goes on
   */
  private record Batch(int done, int failed, String last, boolean more) {}
}
