package io.parley.ingress.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallbackUse;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.ingress.observation.Observations;
import io.parley.ingress.observation.Sighting;
import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.webhook.WebhookAddress;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where providers call: {@code /webhooks/{provider}/{accountKey}} and everything below it. The body
 * is read as bytes and never by a form parser, because signatures are made over what was sent.
 */
@Path("/webhooks/{path:.*}")
@NonBlocking
class WebhookResource {

  private final WebhookAccounts accounts;
  private final BodyReader bodies;
  private final Webhooks webhooks;
  private final WebhookMeters meters;
  private final WebhookAddress address;
  private final Observations observations;

  WebhookResource(
      WebhookAccounts accounts,
      BodyReader bodies,
      Webhooks webhooks,
      WebhookMeters meters,
      WebhookAddress address,
      Observations observations) {
    this.accounts = accounts;
    this.bodies = bodies;
    this.webhooks = webhooks;
    this.meters = meters;
    this.address = address;
    this.observations = observations;
  }

  /** What most providers use. */
  @POST
  @Operation(summary = "Takes a provider's call for the account whose key stands in the path.")
  public Uni<Response> post(@Context RoutingContext call) {
    return take(call);
  }

  /** For providers that can be told to use it, such as LINK Mobility. */
  @PUT
  @Operation(summary = "As POST.")
  public Uni<Response> put(@Context RoutingContext call) {
    return take(call);
  }

  /** For providers that are configured to send parameters in the query, and for handshakes. */
  @GET
  @Operation(summary = "As POST, with everything in the query.")
  public Uni<Response> get(@Context RoutingContext call) {
    return take(call);
  }

  /** For handshakes. */
  @OPTIONS
  @Operation(hidden = true)
  public Uni<Response> options(@Context RoutingContext call) {
    return take(call);
  }

  /** For handshakes. */
  @HEAD
  @Operation(hidden = true)
  public Uni<Response> head(@Context RoutingContext call) {
    return take(call);
  }

  private Uni<Response> take(RoutingContext call) {
    WebhookPath path = WebhookPath.parse(call.request().path()).orElse(null);
    if (path == null) {
      return refuse(call, Refusal.UNKNOWN_ACCOUNT, "unknown", "unknown");
    }
    String provider = accounts.knownProvider(path.provider());
    AccountIndex.Found found = accounts.find(path).orElse(null);
    if (found == null) {
      return refuse(
          call,
          accounts.isComplete() ? Refusal.UNKNOWN_ACCOUNT : Refusal.NOT_READY,
          provider,
          "unknown");
    }
    return switch (found.account()) {
      case WebhookAccount.Sealed sealed -> {
        observations.refused(
            sighting(call, path, found, sealed.callbacks()),
            new RefusedException(Refusal.ACCOUNT_NOT_OPEN, sealed.reason()).observed());
        yield refuse(call, Refusal.ACCOUNT_NOT_OPEN, provider, sealed.id().toString());
      }
      case WebhookAccount.Retired retired -> drop(call, path, retired);
      case WebhookAccount.Open open ->
          take(call, path, open, sighting(call, path, found, open.callbacks()));
    };
  }

  private Uni<Response> take(
      RoutingContext call, WebhookPath path, WebhookAccount.Open open, Sighting sighting) {
    return bodies
        .read(call)
        .map(body -> request(call.request(), path, body))
        .chain(request -> webhooks.take(path.provider(), open, request))
        .invoke(taken -> observations.accepted(sighting, taken.earlierSecrets()))
        .map(taken -> response(taken.answer()))
        .onFailure(RefusedException.class)
        .recoverWithUni(
            failure -> {
              RefusedException refused = (RefusedException) failure;
              observations.refused(sighting, refused.observed());
              return refused(path.provider(), open.id().toString(), refused);
            });
  }

  /** Nobody can say any more whether the call is authentic; nothing of it is kept. */
  private Uni<Response> drop(RoutingContext call, WebhookPath path, WebhookAccount.Retired to) {
    meters.dropped(path.provider());
    observations.dropped(to.id());
    return bodies
        .discard(call)
        .map(
            ignored ->
                response(
                    to.receiver()
                        .acknowledgement(
                            request(call.request(), path, new byte[0]), to.settings())));
  }

  private static Sighting sighting(
      RoutingContext call,
      WebhookPath path,
      AccountIndex.Found found,
      List<CallbackUse> callbacks) {
    return new Sighting(
        found.account().id(),
        CallPurpose.of(callbacks, path.subPath()),
        caller(call.request()),
        found.earlierKey());
  }

  private Uni<Response> refused(String provider, String subject, RefusedException refused) {
    ProblemException problem = problem(provider, subject, refused);
    String challenge = refused.challenge();
    return challenge == null
        ? Uni.createFrom().failure(problem)
        : Uni.createFrom()
            .item(
                Response.status(ProblemType.UNAUTHENTICATED.status())
                    .type(Problem.MEDIA_TYPE)
                    .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                    .entity(unauthenticated(refused.refusal()))
                    .build());
  }

  /** The type's own advice is about tokens of ours, which no provider has. */
  private static Problem unauthenticated(Refusal refusal) {
    ProblemType type = ProblemType.UNAUTHENTICATED;
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        refusal.detail(),
        "Send the credentials of the account's settings in the form that WWW-Authenticate names.",
        List.of(),
        null);
  }

  private Uni<Response> refuse(
      RoutingContext call, Refusal refusal, String provider, String subject) {
    return bodies
        .discard(call)
        .chain(
            () ->
                Uni.createFrom()
                    .failure(problem(provider, subject, new RefusedException(refusal, null))));
  }

  private ProblemException problem(String provider, String subject, RefusedException refused) {
    meters.refused(provider, subject, refused);
    return new ProblemException(refused.refusal().type(), refused.refusal().detail());
  }

  private WebhookRequest request(HttpServerRequest request, WebhookPath path, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : request.headers().names()) {
      headers.put(name, request.headers().getAll(name));
    }
    return new WebhookRequest(
        request.method().name(),
        address.at(path.raw()),
        path.subPath(),
        request.query(),
        headers,
        body,
        caller(request));
  }

  /** Behind a proxy that Quarkus is configured to trust, this is who called the proxy. */
  private static @Nullable String caller(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  private static Response response(WebhookAnswer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    if (answer.contentType() != null) {
      response.header(HttpHeaders.CONTENT_TYPE, answer.contentType());
    }
    answer.headers().forEach(response::header);
    if (!answer.body().isEmpty()) {
      response.entity(answer.body().getBytes(UTF_8));
    }
    return response.build();
  }
}
