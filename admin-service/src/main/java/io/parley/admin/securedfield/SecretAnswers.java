package io.parley.admin.securedfield;

import io.parley.admin.access.Viewer;
import io.parley.admin.validation.Findings;
import io.parley.admin.validation.GracePeriod;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What accounts and bots answer alike when somebody asks for their secret fields. */
@ApplicationScoped
class SecretAnswers {

  private final SecuredFields fields;
  private final Viewer viewer;

  SecretAnswers(SecuredFields fields, Viewer viewer) {
    this.fields = fields;
    this.viewer = viewer;
  }

  Uni<SecretStates> states(SecuredFields.Owner owner) {
    return fields.states(owner, viewer.sight());
  }

  Uni<RestResponse<SecretValue>> read(SecuredFields.Owner owner, String field) {
    return fields
        .read(owner, field, viewer.sight())
        .map(
            value ->
                ResponseBuilder.ok(value).header(HttpHeaders.CACHE_CONTROL, "no-store").build());
  }

  Uni<RestResponse<SecretState>> set(
      SecuredFields.Owner owner,
      String field,
      @Nullable String ifMatch,
      @Nullable SecretValue body) {
    String value = required(body == null ? null : body.value());
    return changed(owner, field, ifMatch, value, Duration.ZERO);
  }

  Uni<RestResponse<SecretState>> rotate(
      SecuredFields.Owner owner,
      String field,
      @Nullable String ifMatch,
      @Nullable SecretRotation body) {
    String value = required(body == null ? null : body.value());
    Duration grace = GracePeriod.of(body == null ? null : body.grace());
    return changed(owner, field, ifMatch, value, grace);
  }

  private Uni<RestResponse<SecretState>> changed(
      SecuredFields.Owner owner,
      String field,
      @Nullable String ifMatch,
      String value,
      Duration grace) {
    return fields
        .set(owner, field, ifMatch, value, grace, viewer.sight())
        .map(
            changed ->
                ResponseBuilder.ok(changed.state())
                    .header(HttpHeaders.ETAG, "\"" + changed.version() + "\"")
                    .build());
  }

  private static String required(@Nullable String value) {
    if (value != null && !value.isBlank()) {
      return value;
    }
    Findings findings = Findings.none();
    findings.add("/value", "is required");
    findings.refuseIfAny();
    return "";
  }
}
