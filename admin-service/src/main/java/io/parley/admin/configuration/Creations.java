package io.parley.admin.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.parley.admin.validation.Findings;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.EventJson;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creating twice is once: a repetition is known by the id or the key that the client has chosen,
 * and by its content.
 */
@ApplicationScoped
class Creations implements PanacheRepositoryBase<Creation, UUID> {

  private static final String DIGEST = "request-digest";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final ObjectMapper CANONICAL =
      EventJson.mapper().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final SecretCipher cipher;

  Creations(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /** A key means something only for the one who chose it and for one kind of object. */
  static @Nullable String scopedKey(Kind kind, @Nullable UUID author, @Nullable String key) {
    if (key == null) {
      return null;
    }
    Findings findings = Findings.none();
    if (!KEY.matcher(key).matches()) {
      findings.add("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
    }
    findings.refuseIfAny();
    return kind + "/" + author + "/" + key;
  }

  /**
   * The object that this very request created before.
   *
   * @throws io.parley.platform.problem.ProblemException if another request used the id or the key
   */
  Uni<Optional<UUID>> earlier(ObjectInput input, @Nullable String key) {
    return find("objectId = ?1 or idempotencyKey = ?2", input.id(), key)
        .list()
        .map(
            found -> {
              for (Creation creation : found) {
                requireSame(creation, input);
              }
              return found.stream().findFirst().map(Creation::objectId);
            });
  }

  /** Remembers a creation. */
  Uni<Creation> remember(UUID objectId, ObjectInput input, @Nullable String key) {
    return persist(new Creation(objectId, key, cipher.encrypt(objectId, DIGEST, digest(input))));
  }

  private void requireSame(Creation creation, ObjectInput input) {
    String earlier = cipher.decrypt(creation.objectId(), DIGEST, creation.requestDigest());
    if (!earlier.equals(digest(input))) {
      Findings findings = Findings.none();
      findings.add(
          creation.objectId().equals(input.id()) ? "/id" : "Idempotency-Key",
          "was used for a different request before");
      findings.refuseAs(ProblemType.ALREADY_EXISTS);
    }
  }

  private static String digest(ObjectInput input) {
    try {
      byte[] canonical = CANONICAL.writeValueAsBytes(input);
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot make a digest of a request", e);
    }
  }
}
