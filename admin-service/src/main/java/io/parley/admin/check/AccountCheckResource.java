package io.parley.admin.check;

import io.parley.admin.access.Viewer;
import io.parley.admin.account.CheckView;
import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checking an account over HTTP. */
@Path("/api/v1/accounts/{id}/validate")
@Tag(name = "Accounts")
class AccountCheckResource {

  private final AccountChecks checks;
  private final Viewer viewer;

  AccountCheckResource(AccountChecks checks, Viewer viewer) {
    this.checks = checks;
    this.viewer = viewer;
  }

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "validateAccount",
      summary = "Check an account at its provider",
      description =
          "Asks the provider whether it accepts the account's credentials and knows its addresses."
              + " Nothing is sent to any customer. The result is kept with the account until its"
              + " settings or secrets change; the account's version stays.")
  public Uni<CheckView> validate(@PathParam("id") UUID id) {
    return checks.check(id, viewer.id());
  }
}
