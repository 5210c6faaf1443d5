package io.parley.admin.configuration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts other ciphertexts in place of those that secret fields have, and publishes the objects
 * again. The version of the configuration advances, because services take a record for news by it;
 * an object's ETag stays, because nothing has changed for those who read it.
 */
@ApplicationScoped
public class Resealing {

  private final ConfigurationStore store;

  Resealing(ConfigurationStore store) {
    this.store = store;
  }

  /** Makes another ciphertext of the same secret. */
  @FunctionalInterface
  public interface Exchange {

    /**
     * The other ciphertext; the present one if it is to stay.
     *
     * @throws IllegalArgumentException if the present one does not open; it then stays
     */
    String again(UUID owner, String field, String ciphertext);
  }

  /**
   * Exchanges the ciphertexts of some fields, by owner.
   *
   * @return how many fields were exchanged
   */
  public Uni<Integer> reseal(Map<UUID, Set<String>> fields, Exchange exchange) {
    return store.change(
        null,
        draft -> {
          int done = 0;
          for (Map.Entry<UUID, Set<String>> owner : fields.entrySet()) {
            Optional<Entry<?>> entry = draft.find(owner.getKey());
            if (entry.isPresent()) {
              done += resealed(draft, entry.get(), owner.getValue(), exchange);
            }
          }
          return Uni.createFrom().item(done);
        });
  }

  private static int resealed(Draft draft, Entry<?> entry, Set<String> fields, Exchange exchange) {
    Map<String, Sealed> sealed = new HashMap<>(entry.sealed());
    int done = 0;
    for (String field : fields) {
      Sealed present = sealed.get(field);
      if (present == null) {
        continue;
      }
      try {
        Sealed other =
            new Sealed(
                exchange.again(entry.id(), field, present.ciphertext()),
                present.setAt(),
                again(entry.id(), field, present.previous(), exchange),
                present.previousUntil());
        if (!other.equals(present)) {
          sealed.put(field, other);
          done++;
        }
      } catch (IllegalArgumentException e) {
        // The caller counts what does not open: it was not done.
      }
    }
    if (done > 0) {
      draft.touch(entry.withSealed(sealed));
    }
    return done;
  }

  private static @Nullable String again(
      UUID owner, String field, @Nullable String ciphertext, Exchange exchange) {
    return ciphertext == null ? null : exchange.again(owner, field, ciphertext);
  }
}
