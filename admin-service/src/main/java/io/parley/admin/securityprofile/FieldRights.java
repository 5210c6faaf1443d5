package io.parley.admin.securityprofile;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.FieldSecurityProfile;
import io.parley.events.configuration.FieldSecurityProfile.Grant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Who may read or change which secret fields (domain/channels-and-accounts.md §9). Nobody reads a
 * value without a grant. An administrator changes one unless a profile grants that to somebody;
 * then only those to whom it is granted may. Whoever creates an object sets its first secrets.
 * Pure.
 *
 * @param profiles all there are
 */
public record FieldRights(List<FieldSecurityProfile> profiles) {

  public FieldRights {
    profiles = List.copyOf(profiles);
  }

  /** As they are configured. */
  public static FieldRights of(ConfiguredObjects all) {
    return new FieldRights(
        all.definitions(Kind.FIELD_SECURITY_PROFILE, FieldSecurityProfile.class));
  }

  /** Whether somebody may see the value of a field. */
  public boolean mayRead(Sight sight, SecuredField field) {
    return grants(sight.user(), grant -> grant.read() && field.isIn(grant));
  }

  /** Whether somebody may set another value. */
  public boolean mayUpdate(Sight sight, SecuredField field) {
    Predicate<Grant> update = grant -> grant.update() && field.isIn(grant);
    boolean isGranted =
        profiles.stream()
            .anyMatch(
                profile ->
                    !profile.members().isEmpty() && profile.grants().stream().anyMatch(update));
    return isGranted ? grants(sight.user(), update) : sight.isAdministrator();
  }

  private boolean grants(UUID user, Predicate<Grant> right) {
    return profiles.stream()
        .filter(profile -> profile.members().contains(user))
        .flatMap(profile -> profile.grants().stream())
        .anyMatch(right);
  }
}
