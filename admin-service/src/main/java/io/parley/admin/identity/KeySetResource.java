package io.parley.admin.identity;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The key set with which every service verifies tokens. */
@Path("/.well-known/jwks.json")
@Tag(name = "Identity")
class KeySetResource {

  private static final String CACHE = "public, max-age=300";

  private final SigningKey key;

  KeySetResource(SigningKey key) {
    this.key = key;
  }

  @GET
  @PermitAll
  @NonBlocking
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readKeySet", summary = "Read the keys that verify tokens")
  public RestResponse<String> read() {
    return ResponseBuilder.ok(key.keySet()).header(HttpHeaders.CACHE_CONTROL, CACHE).build();
  }
}
