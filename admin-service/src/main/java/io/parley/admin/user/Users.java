package io.parley.admin.user;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** All users. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<UserRow, UUID> {

  /** Those of these users that exist. */
  public Uni<List<UserRow>> withIds(Collection<UUID> ids) {
    return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
  }

  /** The user who signs in with this e-mail address. */
  public Uni<Optional<UserRow>> withEmail(String email) {
    return find("email", canonical(email)).firstResult().map(Optional::ofNullable);
  }

  /** Whether another administrator than this user may sign in. */
  Uni<Boolean> hasAnotherAdministrator(UUID id) {
    return list("enabled and id != ?1", id)
        .map(others -> others.stream().anyMatch(UserRow::isActiveAdministrator));
  }

  /** An e-mail address as it is stored and compared. */
  static String canonical(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
