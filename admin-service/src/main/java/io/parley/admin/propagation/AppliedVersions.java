package io.parley.admin.propagation;

import io.parley.events.ConfigurationApplied;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which version each instance has in force, and who waits for one to be in force everywhere. */
@ApplicationScoped
class AppliedVersions {

  private record Waiter(long version, UniEmitter<? super Boolean> emitter) {}

  private final Instances instances = new Instances();
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
  private volatile boolean complete;

  /** Forgets everything, to read it anew. */
  void begin() {
    complete = false;
    instances.forgetAll();
  }

  void heard(String key, ConfigurationApplied applied, Instant at) {
    instances.heard(key, applied, at);
  }

  void ended(String key) {
    instances.ended(key);
  }

  /** Everything that was told until now is known. */
  void caughtUp(Instant now) {
    instances.forgetGone(now);
    complete = true;
    waiters.forEach(this::answer);
  }

  List<Instances.Heard> all() {
    return instances.all();
  }

  boolean inForce(long version) {
    return complete && instances.haveInForce(version);
  }

  /** Whether this version is in force everywhere, as soon as it is, or when time is up. */
  Uni<Boolean> inForce(long version, Duration limit) {
    if (limit.isZero() || inForce(version)) {
      return Uni.createFrom().item(inForce(version));
    }
    return Uni.createFrom()
        .<Boolean>emitter(
            emitter -> {
              Waiter waiter = new Waiter(version, emitter);
              waiters.add(waiter);
              emitter.onTermination(() -> waiters.remove(waiter));
              answer(waiter);
            })
        .ifNoItem()
        .after(limit)
        .recoverWithItem(() -> inForce(version));
  }

  private void answer(Waiter waiter) {
    if (inForce(waiter.version())) {
      waiters.remove(waiter);
      waiter.emitter().complete(true);
    }
  }
}
