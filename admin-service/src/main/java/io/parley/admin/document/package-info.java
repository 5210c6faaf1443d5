/** What the OpenAPI document says about all operations alike. */
@NullMarked
@OpenAPIDefinition(
    info =
        @Info(
            title = "Parley administration",
            version = "1",
            description =
                "Configuration, users and sign-in. What is changed here is in force in every"
                    + " service within a second.",
            license = @License(name = "Apache-2.0")),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = CommonParts.PROBLEM,
                    description = "Refusal, as problem details (RFC 9457)",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))))
package io.parley.admin.document;

import io.parley.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
