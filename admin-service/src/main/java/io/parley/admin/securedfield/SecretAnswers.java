package io.parley.admin.securedfield;

import io.parley.admin.access.Sight;
import io.parley.admin.access.Viewer;
import io.parley.admin.validation.Findings;
import io.parley.admin.validation.GracePeriod;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.function.Supplier;
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
    return changed(owner, field, ifMatch, body == null ? null : body.value(), () -> Duration.ZERO);
  }

  Uni<RestResponse<SecretState>> rotate(
      SecuredFields.Owner owner,
      String field,
      @Nullable String ifMatch,
      @Nullable SecretRotation body) {
    return changed(
        owner,
        field,
        ifMatch,
        body == null ? null : body.value(),
        () -> GracePeriod.of(body == null ? null : body.grace()));
  }

  /** Who may not is told so before anything is said of what was sent. */
  private Uni<RestResponse<SecretState>> changed(
      SecuredFields.Owner owner,
      String field,
      @Nullable String ifMatch,
      @Nullable String value,
      Supplier<Duration> grace) {
    Sight sight = viewer.sight();
    return fields
        .requireUpdate(owner, field, sight)
        .chain(() -> fields.set(owner, field, ifMatch, required(value), grace.get(), sight))
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
