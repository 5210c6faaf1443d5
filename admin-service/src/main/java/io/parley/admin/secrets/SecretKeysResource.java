package io.parley.admin.secrets;

import io.parley.platform.identity.Roles;
import io.parley.platform.secrets.KeysetInForce;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of secret fields over HTTP. They are changed in the keyset file and nowhere else. */
@Path("/api/v1/secrets/keys")
@Tag(name = "Secrets", description = "The keys that encrypt secret fields")
class SecretKeysResource {

  private static final String UNPUBLISHED = "select exists (select from outbox)";

  private final Pool pool;
  private final KeysetInForce keyset;

  SecretKeysResource(Pool pool, KeysetInForce keyset) {
    this.pool = pool;
    this.keyset = keyset;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "readSecretKeys",
      summary = "Read which keys encrypt secret fields",
      description =
          "After another key was promoted, stored secrets are put under it in the background. When"
              + " done is true, the other keys may be removed from the keyset file.")
  public Uni<SecretKeys> read() {
    return values()
        .chain(
            values ->
                pool.query(UNPUBLISHED)
                    .execute()
                    .map(rows -> rows.iterator().next().getBoolean(0))
                    .map(waiting -> SecretKeys.of(keyset.current(), values, waiting)));
  }

  private Uni<Map<Long, Long>> values() {
    return pool.query(SealedPlace.COUNT)
        .execute()
        .map(
            rows -> {
              Map<Long, Long> values = new HashMap<>();
              rows.forEach(row -> values.put(row.getLong(0), row.getLong(1)));
              return values;
            });
  }
}
