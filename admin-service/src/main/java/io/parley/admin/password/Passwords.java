package io.parley.admin.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Hashes and checks passwords on threads of its own: the work is meant to be slow, and an event
 * loop must not wait for it. What is in progress and what waits is bounded.
 */
@ApplicationScoped
public class Passwords {

  /** The shortest password that may be set, in characters. */
  public static final int SHORTEST = 12;

  /** The longest password that may be set, in characters. */
  public static final int LONGEST = 200;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2Function function;
  private final RandomGenerator random;
  private final WorkerExecutor workers;
  private final int most;
  private final AtomicInteger inHand = new AtomicInteger();
  private final PasswordHash nobodys;

  Passwords(PasswordConfiguration configuration, Vertx vertx, RandomGenerator random) {
    this.function =
        Argon2Function.getInstance(
            configuration.memory(),
            configuration.iterations(),
            configuration.parallelism(),
            HASH_BYTES,
            Argon2.ID);
    this.random = random;
    this.workers = vertx.createSharedWorkerExecutor("passwords", configuration.concurrency());
    this.most = configuration.concurrency() + configuration.waiting();
    this.nobodys = nobodys(configuration);
  }

  @PreDestroy
  void stop() {
    workers.closeAndForget();
  }

  /**
   * The hash of a new password.
   *
   * @throws ProblemException if too many wait already
   */
  public Uni<PasswordHash> hash(String password) {
    return onWorker(() -> hashNow(password));
  }

  /**
   * Whether a password is the right one. Where there is no hash to compare with, the answer is no
   * and takes as long.
   *
   * @throws ProblemException if too many wait already
   */
  public Uni<Boolean> isRight(String password, Optional<PasswordHash> hash) {
    return onWorker(() -> matches(password, hash.orElse(nobodys)) && hash.isPresent());
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              requireRoom();
              return workers
                  .executeBlocking(work, false)
                  .onTermination()
                  .invoke(inHand::decrementAndGet);
            });
  }

  private void requireRoom() {
    if (inHand.incrementAndGet() > most) {
      inHand.decrementAndGet();
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "Too many passwords are being checked at this moment.");
    }
  }

  private PasswordHash hashNow(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(function.hash(bytes(password), salt).getResult());
  }

  /** Costs what a real one costs, and no password is known that fits. */
  private PasswordHash nobodys(PasswordConfiguration cost) {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(salt);
    random.nextBytes(hash);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                cost.memory(),
                cost.iterations(),
                cost.parallelism(),
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
  }

  private static boolean matches(String password, PasswordHash hash) {
    return Argon2Function.getInstanceFromHash(hash.encoded())
        .check(bytes(password), hash.encoded().getBytes(StandardCharsets.UTF_8));
  }

  /** The same password typed on another keyboard may come in another composition of characters. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }
}
