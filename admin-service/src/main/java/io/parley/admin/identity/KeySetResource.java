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

  private final SigningKeys keys;
  private final TokenConfiguration configuration;

  KeySetResource(SigningKeys keys, TokenConfiguration configuration) {
    this.keys = keys;
    this.configuration = configuration;
  }

  @GET
  @PermitAll
  @NonBlocking
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readKeySet", summary = "Read the keys that verify tokens")
  public RestResponse<String> read() {
    return ResponseBuilder.ok(keys.keySet())
        .header(
            HttpHeaders.CACHE_CONTROL, "public, max-age=" + configuration.keySetCache().toSeconds())
        .build();
  }
}
