package io.parley.admin.securityprofile;

import io.parley.admin.configuration.Entry;
import io.parley.events.configuration.FieldSecurityProfile.Grant;
import io.parley.events.configuration.FieldSecurityProfile.Owner;
import org.jspecify.annotations.Nullable;

/**
 * A secret field that rights are granted to.
 *
 * @param owner what sort of object it belongs to
 * @param provider of an account
 * @param name of the field
 */
public record SecuredField(Owner owner, @Nullable String provider, String name) {

  /**
   * A field of an object.
   *
   * @throws IllegalArgumentException if objects of this kind have no secret fields that are granted
   */
  public static SecuredField of(Entry<?> entry, String name) {
    Owner owner = Owner.valueOf(entry.kind().name());
    return switch (owner) {
      case ACCOUNT -> new SecuredField(owner, entry.body().path("provider").asText(), name);
      case BOT -> new SecuredField(owner, null, name);
    };
  }

  boolean isIn(Grant grant) {
    return grant.kind() == owner
        && grant.field().equals(name)
        && (grant.provider() == null || grant.provider().equals(provider));
  }
}
