package io.parley.admin.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How users are called at present. The audit asks for nothing else of them. */
@ApplicationScoped
class AuthorNames {

  private static final String NAME = "select name from configuration_object where id = :id";

  /** The user's name; nothing when there is no such user. In the session that is open. */
  Uni<Optional<String>> of(@Nullable UUID id) {
    if (id == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(NAME, String.class)
                    .setParameter("id", id)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }
}
