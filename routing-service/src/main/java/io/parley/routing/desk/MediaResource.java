package io.parley.routing.desk;

import io.parley.platform.file.ContentDisposition;
import io.parley.platform.file.StoredFile;
import io.parley.platform.identity.Caller;
import io.parley.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of messages: what customers and agents attached. */
@Path("/api/v1/media/{id}")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
@Tag(name = "Media")
class MediaResource {

  /** Rights may end, so a browser asks each time; the tag saves the bytes. */
  private static final String CACHING = "private, no-cache";

  private final Caller caller;
  private final MediaFiles files;

  MediaResource(Caller caller, MediaFiles files) {
    this.caller = caller;
    this.files = files;
  }

  @GET
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary =
          "The content, for those who may read the conversation. 409 or 404 say why it is not"
              + " there.")
  @APIResponse(
      responseCode = "200",
      description = "The content, under its own type",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
  public Response content(
      @PathParam("id") UUID id, @Context SecurityContext security, @Context Request request) {
    StoredFile file = files.find(Reader.of(caller.id(), security), id);
    EntityTag tag = new EntityTag(file.sha256());
    ResponseBuilder response = request.evaluatePreconditions(tag);
    if (response == null) {
      // Nobody would close what is opened for a HEAD.
      response =
          whole(
              file, HttpMethod.HEAD.equals(request.getMethod()) ? null : files.open(id).content());
    }
    return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHING).build();
  }

  /** Whatever a customer sent, a browser runs nothing of it. */
  private static ResponseBuilder whole(StoredFile file, @Nullable InputStream content) {
    return Response.ok(content)
        .type(file.contentType())
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.of(file))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  @POST
  @Path("/retry")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Fetch a customer's file again that could not be fetched.")
  @APIResponse(responseCode = "202", description = "It is asked for; the stream tells the outcome")
  public Response retry(@PathParam("id") UUID id, @Context SecurityContext security) {
    files.retry(Reader.of(caller.id(), security), id);
    return Response.accepted().build();
  }
}
