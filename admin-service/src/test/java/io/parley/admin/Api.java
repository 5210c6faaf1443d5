package io.parley.admin;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** A client of the API that is signed in as one user. Bodies are made with meaningful defaults. */
public final class Api {

  static final String FIRST_EMAIL = "first.administrator@example.org";
  static final String FIRST_PASSWORD = "kept-in-no-table-1";
  static final String TOKEN_PLANTED = "planted-auth-token-0123456789ab";

  private static final AtomicLong NUMBERS = new AtomicLong(2_015_550_100L);

  private final @Nullable String token;

  private Api(@Nullable String token) {
    this.token = token;
  }

  public static Api administrator() {
    return signedInAs(FIRST_EMAIL, FIRST_PASSWORD);
  }

  static Api signedInAs(String email, String password) {
    return withToken(signIn(email, password).then().statusCode(200).extract().path("token"));
  }

  static Api withToken(String token) {
    return new Api(token);
  }

  static Api nobody() {
    return new Api(null);
  }

  static Response signIn(String email, String password) {
    return anonymous().body(Map.of("email", email, "password", password)).post("/api/v1/sign-in");
  }

  RequestSpecification request() {
    return token == null ? anonymous() : anonymous().header("Authorization", "Bearer " + token);
  }

  /** Also for fields of a test, which are set before RestAssured knows the port. */
  private static RequestSpecification anonymous() {
    return given()
        .baseUri(
            "http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", String.class))
        .contentType(ContentType.JSON);
  }

  Response get(String path) {
    return request().get(path);
  }

  Response post(String path, Object body) {
    return request().body(body).post(path);
  }

  Response put(String path, String ifMatch, Object body) {
    return request().header("If-Match", ifMatch).body(body).put(path);
  }

  Response patch(String path, String ifMatch, Object body) {
    return request().header("If-Match", ifMatch).body(body).patch(path);
  }

  Response delete(String path, String ifMatch) {
    return request().header("If-Match", ifMatch).delete(path);
  }

  /** Creates an object and answers its id. */
  public String created(String path, Map<String, @Nullable Object> body) {
    return post(path, body).then().statusCode(201).extract().path("id");
  }

  static String unique(String name) {
    return name + " " + UUID.randomUUID();
  }

  public static Map<String, @Nullable Object> account() {
    return body(
        "name", unique("Twilio"),
        "provider", "twilio",
        "channel", "SMS",
        "settings", Map.of("accountSid", "AC" + "0123456789abcdef".repeat(2)),
        "secrets", Map.of("authToken", TOKEN_PLANTED));
  }

  static Map<String, @Nullable Object> address(String accountId) {
    return body(
        "name",
        "Service line",
        "accountId",
        accountId,
        "address",
        "+1" + NUMBERS.incrementAndGet(),
        "type",
        "LONG_CODE");
  }

  static Map<String, @Nullable Object> agent() {
    return user("AGENT");
  }

  static Map<String, @Nullable Object> user(String... roles) {
    return body(
        "name",
        "Ada Example",
        "email",
        "user-" + UUID.randomUUID() + "@example.org",
        "password",
        "long enough for a test",
        "roles",
        List.of(roles),
        "capacity",
        100);
  }

  static Map<String, @Nullable Object> queue(String... members) {
    return body("name", unique("Queue"), "priority", 10, "members", List.of(members));
  }

  static Map<String, @Nullable Object> workstream(String queueId) {
    return body(
        "name",
        unique("Workstream"),
        "channel",
        "SMS",
        "fallbackQueueId",
        queueId,
        "capacityUnits",
        30);
  }

  static Map<String, @Nullable Object> instance(String workstreamId, String addressId) {
    return body(
        "name",
        unique("Instance"),
        "workstreamId",
        workstreamId,
        "channelAddressId",
        addressId,
        "language",
        "en");
  }

  /** The body with one field changed. */
  static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> body, String field, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return Collections.unmodifiableMap(changed);
  }

  static Map<String, @Nullable Object> without(Map<String, @Nullable Object> body, String field) {
    Map<String, @Nullable Object> changed = new HashMap<>(body);
    changed.remove(field);
    return changed;
  }

  private static Map<String, @Nullable Object> body(Object... fields) {
    Map<String, @Nullable Object> body = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return body;
  }
}
