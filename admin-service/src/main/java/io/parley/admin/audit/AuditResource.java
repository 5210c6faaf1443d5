package io.parley.admin.audit;

import io.parley.admin.access.Viewer;
import io.parley.platform.audit.Anchor;
import io.parley.platform.audit.AuditLine;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.common.util.RestMediaType;
import org.jspecify.annotations.Nullable;

/** The audit over HTTP. */
@Path("/api/v1/audit")
@Tag(name = "Audit", description = "Who did what, when and from where; nobody can change it")
class AuditResource {

  private final AuditReader reader;
  private final AuditTrail trail;
  private final Verification verification;
  private final Viewer viewer;

  AuditResource(AuditReader reader, AuditTrail trail, Verification verification, Viewer viewer) {
    this.reader = reader;
    this.trail = trail;
    this.verification = verification;
    this.viewer = viewer;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "listAuditLines", summary = "List what was done, newest first")
  public Uni<AuditView.Page> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @Parameter(description = "Only what was done to this sort of object") @QueryParam("kind")
          @Nullable String kind,
      @Parameter(description = "Only what was done to the object with this id")
          @QueryParam("object")
          @Nullable String object,
      @Parameter(description = "Only what was done to objects with this name or key")
          @QueryParam("key")
          @Nullable String key,
      @Parameter(description = "Only what the user with this id did") @QueryParam("user")
          @Nullable String user,
      @Parameter(description = "Only this action, such as DELETED") @QueryParam("action")
          @Nullable String action,
      @Parameter(description = "Only what was done then or later") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "Only what was done before then") @QueryParam("to")
          @Nullable String to) {
    AuditFilter filter =
        AuditFilter.parse(
            new AuditFilter.Parameters(limit, after, kind, object, key, user, action, from, to));
    return reader.newestFirst(filter).map(lines -> AuditView.Page.of(lines, filter.limit()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(operationId = "readAuditLine", summary = "Read a line with what was before and after")
  public Uni<AuditDetail> read(@PathParam("id") String id) {
    return reader
        .one(number(id))
        .map(line -> line.map(AuditDetail::of).orElseThrow(AuditResource::unknown));
  }

  @GET
  @Path("export")
  @Produces(RestMediaType.APPLICATION_NDJSON)
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "exportAudit",
      summary = "Export the whole audit, oldest first, one JSON object to a line",
      description =
          "The texts are those that the hashes cover; before and after are JSON within a text."
              + " docs/audit.md says how to check an export without the service.")
  public Multi<AuditLine> export() {
    Line exported = Line.of(viewer.id(), "EXPORTED", "AUDIT", null, null);
    return trail.note(exported).onItem().transformToMulti(unused -> reader.oldestFirst());
  }

  @GET
  @Path("verification")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "verifyAudit",
      summary = "Check whether the audit is whole",
      description = "Reads every line, so it takes a while when there are many.")
  public Uni<Verification.View> verify(
      @Parameter(description = "An anchor that was kept: this line must be there with this hash")
          @QueryParam("anchor")
          @Nullable String anchor) {
    return verification.verify(anchor(anchor)).map(Verification.View::of);
  }

  private static Optional<Anchor> anchor(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(Anchor::parse);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("anchor", "must be the number of a line, a colon, its hash");
    }
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(ProblemType.NOT_FOUND, "The audit has no line with this number.");
  }
}
