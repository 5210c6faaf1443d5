package io.parley.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.admin.AdminTest;
import io.parley.admin.access.SignInUsers;
import io.parley.platform.identity.IdentityConfiguration;
import io.parley.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that no password has been configured for. */
@AdminTest
@TestProfile(NobodyYetTest.NothingConfigured.class)
class NobodyYetTest {

  private static final String EMAIL = "first.administrator@example.org";
  private static final Pattern PRINTED = Pattern.compile("one-time password (\\S{24})\\n");

  /** Takes the first administrator's password out of the configuration. */
  public static final class NothingConfigured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parley.admin.bootstrap.password", "");
    }
  }

  private final SignInUsers users;
  private final OneTimePasswords oneTime;
  private final IdentityConfiguration identity;
  private final RandomGenerator random;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Inject
  NobodyYetTest(
      SignInUsers users,
      OneTimePasswords oneTime,
      IdentityConfiguration identity,
      RandomGenerator random) {
    this.users = users;
    this.oneTime = oneTime;
    this.identity = identity;
    this.random = random;
  }

  @BeforeEach
  void nobody() {
    TestDatabase.update("delete from creation");
    TestDatabase.update("delete from password_to_change");
    TestDatabase.update("delete from configuration_object where kind = 'USER'");
    TestDatabase.update("update configuration_version set version = version + 1");
  }

  @Test
  void oneTimePasswordIsPrintedOnceAndGoodOnlyForSettingAnother() throws Throwable {
    // Given
    String password = started();

    // When
    Response signedIn = signIn(password);

    // Then
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(signedIn.<Boolean>path("passwordChangeRequired")).isTrue();
    assertThat(signedIn.<@Nullable String>path("refreshToken")).isNull();
    assertThat(get(signedIn, "/api/v1/users").statusCode()).isEqualTo(403);
    assertThat(get(signedIn, "/api/v1/me").statusCode()).isEqualTo(403);
    Response changed = change(signedIn, password, "my own long password");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.<Boolean>path("passwordChangeRequired")).isFalse();
    assertThat(get(changed, "/api/v1/users").statusCode()).isEqualTo(200);
    assertThat(get(signedIn, "/api/v1/users").statusCode()).isEqualTo(403);
    assertThat(signIn(password).statusCode()).isEqualTo(401);
  }

  @Test
  void laterStartPrintsNothing() throws Throwable {
    // Given
    started();
    printed.reset();

    // When
    first(Optional.empty()).start(out());

    // Then
    assertThat(printed.size()).isZero();
    assertThat(TestDatabase.number("select count(*) from configuration_object where kind = 'USER'"))
        .isEqualTo(1);
  }

  @Test
  void noTwoStartsGiveTheSamePassword() throws Throwable {
    // Given
    String one = started();
    nobody();
    printed.reset();

    // When
    String other = started();

    // Then
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void weakPasswordForTheFirstAdministratorStopsTheStart() {
    // Given
    FirstAdministrator weak = first(Optional.of("too short"));

    // When
    assertThatThrownBy(() -> weak.start(out()))

        // Then
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parley.admin.bootstrap")
        .hasMessageContaining("12 to 200 characters")
        .hasMessageNotContaining("too short");
  }

  private String started() throws Throwable {
    first(Optional.empty()).start(out());
    Matcher matcher = PRINTED.matcher(printed.toString(StandardCharsets.UTF_8));
    assertThat(matcher.results().map(found -> found.group(1)).toList()).hasSize(1);
    matcher.reset();
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private FirstAdministrator first(Optional<String> password) {
    return new FirstAdministrator(
        new BootstrapConfiguration() {
          @Override
          public String email() {
            return EMAIL;
          }

          @Override
          public Optional<String> password() {
            return password;
          }
        },
        identity,
        users,
        oneTime,
        random);
  }

  private static Response signIn(String password) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", EMAIL, "password", password))
        .post("/api/v1/sign-in");
  }

  private static Response get(Response signedIn, String path) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + signedIn.<String>path("token"))
        .get(path);
  }

  private static Response change(Response signedIn, String from, String to) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + signedIn.<String>path("token"))
        .body(Map.of("oldPassword", from, "newPassword", to))
        .post("/api/v1/me/password");
  }
}
