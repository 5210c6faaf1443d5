package io.parley.admin.hook;

import io.parley.channels.CallbackUse.Purpose;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhook URLs over HTTP: only for administrators, because the URLs hold the account's key. */
@Path("/api/v1/accounts/{id}/hooks")
@Tag(name = "Accounts")
class HookResource {

  private final HookAccounts accounts;
  private final Hooks hooks;
  private final HookTests tests;

  HookResource(HookAccounts accounts, Hooks hooks, HookTests tests) {
    this.accounts = accounts;
    this.hooks = hooks;
    this.tests = tests;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "listHooks",
      summary = "What has come to the webhook URLs of an account",
      description =
          "For each URL that the provider is given: where it is to be pasted, the last calls that"
              + " were accepted and refused, and what to do.")
  public Uni<HooksView> list(@PathParam("id") UUID id) {
    return accounts
        .account(id)
        .map(
            account ->
                new HooksView(
                    hooks.of(account).stream().map(HookView::of).toList(),
                    HooksView.OtherPaths.of(hooks.elsewhere(id))));
  }

  @POST
  @Path("{purpose}/test")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "beginHookTest",
      summary = "Begin to wait for a call from outside",
      description = "Waiting begins now, also where somebody waits already.")
  public Uni<HookTestView> begin(@PathParam("id") UUID id, @PathParam("purpose") Purpose purpose) {
    return accounts
        .account(id)
        .map(account -> hooks.of(account, purpose))
        .chain(hook -> tests.begin(id, purpose).map(since -> HookTestView.of(hook, since)));
  }

  @GET
  @Path("{purpose}/test")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "readHookTest",
      summary = "Whether a signed call has arrived since the test began")
  public Uni<HookTestView> read(@PathParam("id") UUID id, @PathParam("purpose") Purpose purpose) {
    return accounts
        .account(id)
        .map(account -> hooks.of(account, purpose))
        .chain(
            hook ->
                tests
                    .since(id, purpose)
                    .map(
                        since ->
                            HookTestView.of(hook, since.orElseThrow(HookResource::nobodyListens))));
  }

  private static ProblemException nobodyListens() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "No test of this URL has begun; begin one with POST.");
  }
}
