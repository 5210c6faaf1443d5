package io.parley.admin.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token lives for hours; here, where rights are given and taken, they count as they are now. A
 * user who was disabled or deleted gets no further.
 */
@ApplicationScoped
class PresentRights implements SecurityIdentityAugmentor {

  private static final String ROLES = "select (select string_agg(role, ',') from json_array_elements_text(body::json -> 'roles') role)"
          + " from configuration_object"
          + " where id = $1 and kind = 'USER' and (body::json ->> 'enabled')::boolean";

  private final Pool pool;

  PresentRights(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return pool.preparedQuery(ROLES)
        .execute(Tuple.of(userId(token)))
        .map(rows -> withRoles(identity, roles(rows)));
  }

  private static SecurityIdentity withRoles(SecurityIdentity identity, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRoles(roles)
        .build();
  }

  private static Set<String> roles(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new AuthenticationFailedException("the user of this token may not sign in any more");
    }
    String roles = rows.iterator().next().getString(0);
    return Arrays.stream(roles.split(",")).collect(Collectors.toUnmodifiableSet());
  }

  private static UUID userId(JsonWebToken token) {
    try {
      return UUID.fromString(token.getSubject());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new AuthenticationFailedException("the token names no user");
    }
  }
}
