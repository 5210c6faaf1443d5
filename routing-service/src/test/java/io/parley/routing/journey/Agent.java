package io.parley.routing.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.parley.events.configuration.User.Role;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** An agent at a desk: the API as an agent's client uses it. */
public final class Agent {

  private final Organisation organisation;
  private final UUID id;
  private final String token;

  Agent(Organisation organisation, UUID id) {
    this.organisation = organisation;
    this.id = id;
    this.token = TestTokens.token(id, Role.AGENT);
  }

  public Organisation organisation() {
    return organisation;
  }

  public UUID id() {
    return id;
  }

  /** What this agent signs in with. */
  public String token() {
    return token;
  }

  /** A request with this agent's token. */
  public RequestSpecification request() {
    return given().auth().oauth2(token);
  }

  /** A command that is based on a version. */
  public RequestSpecification basedOn(long version) {
    return request().header("If-Match", "\"" + version + "\"");
  }

  void awaitKnown() {
    await().untilAsserted(() -> request().get("/api/v1/me").then().statusCode(200));
  }

  public JsonPath me() {
    return request().get("/api/v1/me").then().statusCode(200).extract().jsonPath();
  }

  /** An administrator changes the limit, or whether the agent works here. */
  public void isConfigured(int capacity, boolean enabled) {
    ConfigurationTopic.publish(Organisation.user(id, capacity, enabled));
  }

  /** Units taken. */
  public int load() {
    return me().getInt("load");
  }

  public Agent becomes(Presence presence) {
    basedOn(me().getLong("version"))
        .contentType("application/json")
        .body(Map.of("presence", presence))
        .put("/api/v1/me/presence")
        .then()
        .statusCode(200);
    return this;
  }

  public List<Offered> offers() {
    JsonPath json = request().get("/api/v1/me/offers").then().statusCode(200).extract().jsonPath();
    List<String> ids = json.getList("id", String.class);
    List<Long> versions = json.getList("version", Long.class);
    List<String> conversations = json.getList("conversation.id", String.class);
    return IntStream.range(0, ids.size())
        .mapToObj(
            i ->
                new Offered(
                    UUID.fromString(ids.get(i)),
                    versions.get(i),
                    UUID.fromString(conversations.get(i))))
        .toList();
  }

  /** The next offer. */
  public Offered awaitOffer() {
    return await().until(this::offers, offers -> !offers.isEmpty()).get(0);
  }

  /** The offer of this conversation. */
  public Offered awaitOffer(UUID conversationId) {
    return await()
        .until(
            () -> offers().stream().filter(o -> o.conversationId().equals(conversationId)).toList(),
            offers -> !offers.isEmpty())
        .get(0);
  }

  public Response accept(Offered offer) {
    return basedOn(offer.version()).post("/api/v1/offers/{id}/accept", offer.id());
  }

  public Response decline(Offered offer) {
    return basedOn(offer.version()).post("/api/v1/offers/{id}/decline", offer.id());
  }

  /** Takes the next offer. */
  public UUID takesNext() {
    Offered offer = awaitOffer();
    accept(offer).then().statusCode(200);
    return offer.conversationId();
  }

  public Response read(UUID conversationId) {
    return request().get("/api/v1/conversations/{id}", conversationId);
  }

  public JsonPath conversation(UUID conversationId) {
    return read(conversationId).then().statusCode(200).extract().jsonPath();
  }

  public long version(UUID conversationId) {
    return conversation(conversationId).getLong("version");
  }

  public String state(UUID conversationId) {
    return conversation(conversationId).getString("state");
  }

  public Response reply(UUID conversationId, String text) {
    return reply(conversationId, Map.of("text", text));
  }

  public Response reply(UUID conversationId, Object body) {
    return reply(conversationId, version(conversationId), body);
  }

  public Response reply(UUID conversationId, long version, Object body) {
    return basedOn(version)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/conversations/{id}/messages", conversationId);
  }

  /** Uploads a file for an answer. */
  public Response upload(UUID conversationId, String fileName, String contentType, byte[] content) {
    return request()
        .queryParam("fileName", fileName)
        .contentType(contentType)
        .body(content)
        .post("/api/v1/conversations/{id}/attachments", conversationId);
  }

  /** Sends a command, such as {@code end}, based on the present version. */
  public Response command(UUID conversationId, String name) {
    return command(conversationId, name, version(conversationId));
  }

  public Response command(UUID conversationId, String name, long version) {
    return basedOn(version).post("/api/v1/conversations/{id}/{name}", conversationId, name);
  }

  /** A ticket for the stream. */
  public String ticket() {
    return request()
        .post("/api/v1/stream-tickets")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("ticket");
  }

  public JsonPath thread(UUID conversationId) {
    return request()
        .get("/api/v1/conversations/{id}/messages", conversationId)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
