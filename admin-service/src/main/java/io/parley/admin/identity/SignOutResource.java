package io.parley.admin.identity;

import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends sessions of the caller. Tokens of another issuer are ended there. */
@Path("/api/v1/sign-out")
@Tag(name = "Identity")
class SignOutResource {

  private static final Logger LOG = Logger.getLogger(SignOutResource.class);

  private final AuditTrail trail;

  private final Sessions sessions;
  private final Caller caller;

  SignOutResource(Sessions sessions, Caller caller, AuditTrail trail) {
    this.trail = trail;
    this.sessions = sessions;
    this.caller = caller;
  }

  /**
   * How far.
   *
   * @param everywhere whether all sessions of the user end; only this one if left out
   */
  @Schema(name = "SignOut")
  record Extent(@Nullable Boolean everywhere) {

    boolean isEverywhere() {
      return Objects.requireNonNullElse(everywhere, false);
    }
  }

  @POST
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.AGENT})
  @Operation(
      operationId = "signOut",
      summary = "End this session, or all sessions of the user",
      description =
          "Here its tokens are refused at once, in other services when they run out, which is within"
              + " minutes.")
  @APIResponse(responseCode = "204", description = "It is over")
  public Uni<Void> signOut(@Nullable Extent extent) {
    UUID user = caller.id();
    LOG.infof("User signed out. userId=%s", user);
    boolean everywhere = extent != null && extent.isEverywhere();
    Uni<Void> ended =
        everywhere
            ? sessions.endAll(user, EndReason.SIGNED_OUT_EVERYWHERE)
            : caller
                .session()
                .map(session -> sessions.end(session, EndReason.SIGNED_OUT))
                .orElseGet(() -> Uni.createFrom().voidItem());
    String action = everywhere ? "SIGNED_OUT_EVERYWHERE" : "SIGNED_OUT";
    return ended.chain(() -> trail.note(Line.of(user, action, "USER", user, null, null)));
  }
}
