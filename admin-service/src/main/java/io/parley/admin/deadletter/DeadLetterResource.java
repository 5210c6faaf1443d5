package io.parley.admin.deadletter;

import io.parley.admin.access.Viewer;
import io.parley.admin.validation.Findings;
import io.parley.events.Topic;
import io.parley.platform.identity.Roles;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What consumers could not handle, on every topic, over HTTP. */
@Path("/api/v1/dead-letters")
@Tag(name = "Dead letters", description = "What services could not understand or handle")
class DeadLetterResource {

  private final Letters letters;
  private final Replays replays;
  private final ReplayJobs jobs;
  private final Viewer viewer;
  private final Validator validator;

  DeadLetterResource(
      Letters letters, Replays replays, ReplayJobs jobs, Viewer viewer, Validator validator) {
    this.letters = letters;
    this.replays = replays;
    this.jobs = jobs;
    this.viewer = viewer;
    this.validator = validator;
  }

  /**
   * What the topics have.
   *
   * @param items every topic, also those without dead letters
   */
  @Schema(name = "DeadLetterTopics")
  record Topics(List<TopicView> items) {

    static Topics of(List<Letters.Count> counts) {
      return new Topics(
          counts.stream()
              .map(
                  count ->
                      new TopicView(
                          count.topic().topicName(), count.open(), count.oldest().orElse(null)))
              .toList());
    }
  }

  /**
   * The dead letters of a topic.
   *
   * @param topic name of the topic that the records were on
   * @param count how many are open
   * @param oldest when the first of those was kept; absent when there is none
   */
  @Schema(name = "DeadLetterTopic")
  record TopicView(String topic, long count, @Nullable Instant oldest) {}

  /**
   * Why nothing is to be done.
   *
   * @param reason for those who ask later
   */
  @Schema(name = "DeadLetterDiscard")
  record Discard(@NotBlank @Size(max = 500) String reason) {}

  /**
   * Which letters are wanted.
   *
   * @param reason of all of them, as the list shows it
   */
  @Schema(name = "DeadLetterReplayRequest")
  record ByReason(@NotBlank @Size(max = 2001) String reason) {}

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "listDeadLetterTopics",
      summary = "Count what could not be handled, by topic")
  public Uni<Topics> topics() {
    return letters.counts().map(Topics::of);
  }

  @GET
  @Path("{topic}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "listDeadLetters",
      summary = "List what could not be handled of a topic, newest first, masked",
      description =
          "A page may hold fewer items than asked for, or none, although there are more: go on while"
              + " there is a next one.")
  public Uni<DeadLetterView.Page> list(
      @PathParam("topic") String topic,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @Parameter(description = "Only letters with this reason, as the list shows it")
          @QueryParam("reason")
          @Nullable String reason,
      @Parameter(description = "Only those that were kept then or later") @QueryParam("since")
          @Nullable String since,
      @Parameter(description = "OPEN, which is the default, REPLAYED, DISCARDED or ALL")
          @QueryParam("state")
          @Nullable String state) {
    return letters
        .page(
            LetterRequest.ofTopic(
                known(topic), new LetterRequest.Parameters(limit, after, since, state), reason))
        .map(DeadLetterView.Page::of);
  }

  @GET
  @Path("{topic}/{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "readDeadLetter",
      summary = "Read a dead letter whole",
      description = "It holds personal data; that it was read is in the audit.")
  public Uni<DeadLetterDetail> read(@PathParam("topic") String topic, @PathParam("id") String id) {
    UUID author = viewer.id();
    return letters
        .one(place(topic, id))
        .call(whole -> replays.seen(whole.letter(), author))
        .map(DeadLetterDetail::of);
  }

  @POST
  @Path("{topic}/{id}/replay")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @ResponseStatus(202)
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Publish a dead letter once more, as it is or corrected",
      description =
          "The event keeps its id, so consumers that have handled it do nothing, and replaying it"
              + " twice is the same as once. A correction must fit the event's type; the letter"
              + " itself stays as it is.")
  @APIResponse(responseCode = "202", description = "It will be published")
  public Uni<Void> replay(
      @PathParam("topic") String topic,
      @PathParam("id") String id,
      @Nullable Correction correction) {
    UUID author = viewer.id();
    return letters.one(place(topic, id)).chain(whole -> replays.replay(whole, correction, author));
  }

  @POST
  @Path("{topic}/{id}/discard")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @ResponseStatus(204)
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Put a dead letter aside, with a reason",
      description = "It leaves the list of open letters; nothing is published.")
  @APIResponse(responseCode = "204", description = "It is put aside")
  public Uni<Void> discard(
      @PathParam("topic") String topic, @PathParam("id") String id, @Nullable Discard discard) {
    Discard wanted = required(discard);
    UUID author = viewer.id();
    return letters
        .one(place(topic, id))
        .chain(whole -> replays.discard(whole.letter(), wanted.reason(), author));
  }

  @POST
  @Path("{topic}/replays")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @ResponseStatus(202)
  @Operation(
      operationId = "replayDeadLettersByReason",
      summary = "Publish all open letters of a topic once more that share a reason",
      description = "It takes a while; ask for the replay by its id how far it has got.")
  @APIResponse(responseCode = "202", description = "It has begun")
  public Uni<ReplayJob> replayAll(@PathParam("topic") String topic, @Nullable ByReason letters) {
    return jobs.start(known(topic), required(letters).reason(), viewer.id());
  }

  @GET
  @Path("{topic}/replays/{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      operationId = "readDeadLetterReplay",
      summary = "Ask how far a replay of all letters with one reason has got")
  public Uni<ReplayJob> job(@PathParam("topic") String topic, @PathParam("id") String id) {
    return jobs.find(known(topic), uuid(id));
  }

  private <T> T required(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(ProblemType.UNREADABLE_BODY, "A JSON object is expected.");
    }
    Findings.of(validator, body).refuseIfAny();
    return body;
  }

  private static Topic known(String name) {
    return TopicNames.ofName(name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no topic of this name."));
  }

  private static Optional<LetterId> place(String topic, String id) {
    return LetterId.parse(id).filter(place -> place.topic() == known(topic));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ReplayJobs.unknown();
    }
  }
}
