package io.parley.admin.securityprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.admin.access.Sight;
import io.parley.events.configuration.FieldSecurityProfile;
import io.parley.events.configuration.FieldSecurityProfile.Grant;
import io.parley.events.configuration.FieldSecurityProfile.Owner;
import io.parley.events.configuration.User.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody reads a value without a grant; updating is for administrators until it is granted. */
class FieldRightsTest {

  private static final SecuredField TOKEN = new SecuredField(Owner.ACCOUNT, "twilio", "authToken");
  private static final SecuredField OTHER = new SecuredField(Owner.ACCOUNT, "infobip", "authToken");

  private final Sight administrator = new Sight(UUID.randomUUID(), Set.of(Role.ADMINISTRATOR));
  private final Sight agent = new Sight(UUID.randomUUID(), Set.of(Role.AGENT));

  @Test
  void withoutProfilesNobodyReadsAndAdministratorsUpdate() {
    // Given
    FieldRights rights = new FieldRights(List.of());

    // When
    boolean reads = rights.mayRead(administrator, TOKEN) || rights.mayRead(agent, TOKEN);

    // Then
    assertThat(reads).isFalse();
    assertThat(rights.mayUpdate(administrator, TOKEN)).isTrue();
    assertThat(rights.mayUpdate(agent, TOKEN)).isFalse();
  }

  @Test
  void grantToReadIsForItsMembersAndChangesNoRightToUpdate() {
    // Given
    FieldRights rights = rights(grant("twilio", true, false), agent);

    // When
    boolean reads = rights.mayRead(agent, TOKEN);

    // Then
    assertThat(reads).isTrue();
    assertThat(rights.mayRead(agent, OTHER)).isFalse();
    assertThat(rights.mayRead(administrator, TOKEN)).isFalse();
    assertThat(rights.mayUpdate(administrator, TOKEN)).isTrue();
    assertThat(rights.mayUpdate(agent, TOKEN)).isFalse();
  }

  @Test
  void grantToUpdateTakesTheRightFromAdministratorsWhoAreNoMembers() {
    // Given
    FieldRights rights = rights(grant(null, false, true), agent);

    // When
    boolean updates = rights.mayUpdate(agent, TOKEN) && rights.mayUpdate(agent, OTHER);

    // Then
    assertThat(updates).isTrue();
    assertThat(rights.mayUpdate(administrator, TOKEN)).isFalse();
    assertThat(rights.mayRead(agent, TOKEN)).isFalse();
  }

  @Test
  void grantToNobodyLocksNobodyOut() {
    // Given
    FieldRights rights = rights(grant(null, true, true));

    // When
    boolean updates = rights.mayUpdate(administrator, TOKEN);

    // Then
    assertThat(updates).isTrue();
  }

  private static Grant grant(@Nullable String provider, boolean read, boolean update) {
    return new Grant(Owner.ACCOUNT, provider, "authToken", read, update);
  }

  private static FieldRights rights(Grant grant, Sight... members) {
    return new FieldRights(
        List.of(
            new FieldSecurityProfile(
                UUID.randomUUID(),
                "Profile",
                null,
                Arrays.stream(members).map(Sight::user).toList(),
                List.of(grant))));
  }
}
