package io.parley.routing.desk;

import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files that agents attach to their answers. */
@Path("/api/v1/conversations/{id}/attachments")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Conversations")
class AttachmentResource {

  private final Caller caller;
  private final Uploading uploading;

  AttachmentResource(Caller caller, Uploading uploading) {
    this.caller = caller;
    this.uploading = uploading;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary =
          "Upload a file, to be sent with a message. Its bytes are the body; its type is the"
              + " Content-Type.")
  public RestResponse<AttachmentView> upload(
      @PathParam("id") UUID id,
      @QueryParam("fileName") @Nullable String fileName,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String statedType,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream content) {
    return RestResponse.status(
        RestResponse.Status.CREATED,
        uploading.upload(caller.id(), id, fileName, statedType, content));
  }
}
