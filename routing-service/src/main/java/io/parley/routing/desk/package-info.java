/** The agents' API over REST. */
@NullMarked
@OpenAPIDefinition(
    info =
        @Info(
            title = "Parley agents' API",
            version = "1",
            description =
                "What an agent's desk needs: presence, offers, conversations. Every command names"
                    + " the version that it is based on; one that comes late or twice is refused"
                    + " and changes nothing. What must arrive at once comes over the WebSocket"
                    + " /api/v1/stream.",
            license = @License(name = "Apache-2.0")),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
package io.parley.routing.desk;

import io.parley.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullMarked;
