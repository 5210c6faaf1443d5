package io.parley.admin.account;

import io.parley.admin.access.Viewer;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.SecretFields;
import io.parley.admin.validation.GracePeriod;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The key in the webhook URLs of an account over HTTP. */
@Path("/api/v1/accounts/{id}/key/rotation")
@Tag(name = "Accounts")
class AccountKeyResource {

  private final SecretFields fields;
  private final Accounts accounts;
  private final CallbackUrls callbackUrls;
  private final Viewer viewer;

  AccountKeyResource(
      SecretFields fields, Accounts accounts, CallbackUrls callbackUrls, Viewer viewer) {
    this.fields = fields;
    this.accounts = accounts;
    this.callbackUrls = callbackUrls;
    this.viewer = viewer;
  }

  /**
   * How to change the key.
   *
   * @param grace how long calls to the present URLs are taken besides, whole seconds, at most 30
   *     days; 24 hours if left out
   */
  record KeyRotation(@Nullable Duration grace) {}

  /**
   * What came of it.
   *
   * @param callbackUrls the new URLs, to be pasted at the provider
   * @param previousAcceptedUntil until when calls to the URLs before are taken; absent if they are
   *     not taken any more
   */
  record RotatedKey(
      List<CallbackUrls.Entry> callbackUrls, @Nullable Instant previousAcceptedUntil) {}

  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "rotateAccountKey",
      summary = "Give an account new webhook URLs",
      description =
          "Calls to the URLs before are taken until the grace period ends: paste the new ones at the"
              + " provider by then. Only the last URLs before are taken, not older ones.")
  public Uni<RestResponse<RotatedKey>> rotate(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable KeyRotation body) {
    Duration grace = GracePeriod.of(body == null ? null : body.grace());
    return fields
        .renew(
            new SecretFields.Target(
                Kind.ACCOUNT,
                id,
                ifMatch,
                viewer.sight(),
                (objects, sight) -> requireNoneInGrace(account(objects, id), grace)),
            grace)
        .map(
            entry ->
                ResponseBuilder.ok(rotated(accounts.of(entry).orElseThrow()))
                    .header(HttpHeaders.ETAG, "\"" + entry.version() + "\"")
                    .build());
  }

  /**
   * Doing it twice, because an answer was lost, would end the grace of the URLs that the provider
   * has.
   */
  private Entry<?> requireNoneInGrace(Entry<?> entry, Duration grace) {
    boolean inGrace =
        accounts.of(entry).map(account -> account.previousAccountKey() != null).orElse(false);
    if (inGrace && !grace.isZero()) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT,
          "The URLs were renewed a short while ago and those before are still taken; a grace of"
              + " PT0S renews them nevertheless and takes no others.");
    }
    return entry;
  }

  private RotatedKey rotated(Account account) {
    Account.PreviousKey previous = account.previousAccountKey();
    return new RotatedKey(
        callbackUrls.of(account), previous == null ? null : previous.validUntil());
  }

  private static Entry<?> account(ConfiguredObjects objects, UUID id) {
    return objects
        .find(id)
        .filter(entry -> entry.kind() == Kind.ACCOUNT)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no ACCOUNT with this id for you."));
  }
}
