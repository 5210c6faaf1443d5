package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.events.configuration.User.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a user gets.
 *
 * @param token to be sent as {@code Authorization: Bearer}
 * @param expiresAt when it stops being valid
 * @param refreshToken gets the next token, once; absent if a password must be set first
 * @param refreshExpiresAt until when it can be used
 * @param passwordChangeRequired whether the token is good only for setting another password
 * @param user the user
 */
@Schema(name = "SignedIn")
record SignedIn(
    String token,
    Instant expiresAt,
    @Nullable String refreshToken,
    @Nullable Instant refreshExpiresAt,
    boolean passwordChangeRequired,
    Person user) {

  /**
   * Who has signed in.
   *
   * @param id stable id
   * @param name what colleagues see
   * @param email how the user signs in
   * @param roles what the user may do
   */
  @Schema(name = "Me")
  record Person(UUID id, String name, String email, List<Role> roles) {

    Person {
      roles = List.copyOf(roles);
    }

    static Person of(SignInUser user) {
      return new Person(
          user.id(), user.name(), user.email(), user.roles().stream().sorted().toList());
    }
  }

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "SignedIn[" + user.id() + "]";
  }
}
