package io.parley.admin.access;

import io.parley.admin.password.PasswordHash;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one door from signing in to the users, wherever they are kept. */
public interface SignInUsers {

  /** The user with this id. */
  Uni<Optional<SignInUser>> byId(UUID id);

  /** Those of these users that exist. */
  Uni<List<SignInUser>> byIds(Collection<UUID> ids);

  /** The user with this e-mail address, compared without regard to case. */
  Uni<Optional<SignInUser>> byEmail(String email);

  /** Whether there is any user. */
  Uni<Boolean> isAnybodyThere();

  /** Gives a user another password, as a change that the user has made. */
  Uni<Void> setPassword(UUID id, PasswordHash hash);

  /**
   * Creates an administrator.
   *
   * @param password at least {@link io.parley.admin.password.Passwords#SHORTEST} characters
   * @param key the same for all instances, of which one is to create the administrator
   * @return the id; fails with a problem of type {@code already-exists} if another instance has
   *     created one with other values
   */
  Uni<UUID> createAdministrator(String name, String email, String password, @Nullable String key);
}
