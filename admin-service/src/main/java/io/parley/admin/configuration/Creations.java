package io.parley.admin.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
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

  /**
   * A request to create something.
   *
   * @param id the id that the client has chosen, if it has
   * @param key the key that the client has chosen, if it has, good for one author and one kind
   * @param digest of all that was sent
   */
  record Request(@Nullable UUID id, @Nullable String key, String digest) {

    static Request of(
        Kind kind,
        @Nullable UUID author,
        @Nullable UUID id,
        @Nullable String key,
        ObjectNode body) {
      if (key != null && !KEY.matcher(key).matches()) {
        Findings findings = Findings.none();
        findings.add("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
        findings.refuseIfAny();
      }
      return new Request(
          id, key == null ? null : kind + "/" + author + "/" + key, Creations.digest(kind, body));
    }
  }

  /**
   * The object that this very request created before.
   *
   * @throws io.parley.platform.problem.ProblemException if another request used the id or the key
   */
  Uni<Optional<UUID>> earlier(Request request) {
    return find("objectId = ?1 or idempotencyKey = ?2", request.id(), request.key())
        .list()
        .map(
            found -> {
              for (Creation creation : found) {
                requireSame(creation, request);
              }
              return found.stream().findFirst().map(Creation::objectId);
            });
  }

  /** Remembers a creation. */
  Uni<Creation> remember(UUID objectId, Request request) {
    return persist(
        new Creation(objectId, request.key(), cipher.encrypt(objectId, DIGEST, request.digest())));
  }

  private void requireSame(Creation creation, Request request) {
    boolean same =
        cipher
            .opened(creation.objectId(), DIGEST, creation.requestDigest())
            .filter(request.digest()::equals)
            .isPresent();
    if (!same) {
      Findings findings = Findings.none();
      findings.add(
          creation.objectId().equals(request.id()) ? "/id" : "Idempotency-Key",
          "was used for a different request before");
      findings.refuseAs(ProblemType.ALREADY_EXISTS);
    }
  }

  private static String digest(Kind kind, ObjectNode body) {
    try {
      // As a map, so that the order of fields does not matter.
      byte[] canonical =
          CANONICAL.writeValueAsBytes(List.of(kind, CANONICAL.convertValue(body, Map.class)));
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot make a digest of a request", e);
    }
  }
}
