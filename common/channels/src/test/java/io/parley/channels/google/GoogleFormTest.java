package io.parley.channels.google;

import static io.parley.channels.google.Samples.keyFile;
import static io.parley.channels.google.Samples.pem;
import static io.parley.channels.google.Samples.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Finding;
import io.parley.events.Channel;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleFormTest {

  @ParameterizedTest
  @CsvSource({
    "partnerId, false, false, ",
    "clientToken, true, true, ",
    "secondClientToken, false, true, ",
    "serviceAccountKey, true, true, ",
    "representativeName, false, false, ",
    "representativeAvatar, false, false, ",
    "richText, false, false, false",
    "mediaHeight, false, false, MEDIUM",
    "cardWidth, false, false, MEDIUM",
    "apiHost, false, false, ",
    "lifetimeSeconds, false, false, ",
    "checkNumber, false, false, ",
  })
  void everyFieldIsThere(String name, boolean required, boolean secret, @Nullable String usual) {
    // When
    AccountForm.Field field = GoogleForm.FORM.field(name).orElseThrow();

    // Then
    assertThat(field.required()).isEqualTo(required);
    assertThat(field.secret()).isEqualTo(secret);
    assertThat(field.defaultValue()).isEqualTo(usual);
    assertThat(field.help()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "clientToken, gbm-ct-7Hq2Lw9ZpX4v, true",
    "clientToken, with blank, false",
    "representativeName, Tomás, true",
    "representativeName, Tomás of Harbor Books, true",
    "representativeAvatar, https://harborbooks.example/t.png, true",
    "representativeAvatar, http://harborbooks.example/t.png, false",
    "richText, true, true",
    "richText, yes, false",
    "mediaHeight, TALL, true",
    "mediaHeight, HUGE, false",
    "cardWidth, SMALL, true",
    "cardWidth, LARGE, false",
    "apiHost, europe-rcsbusinessmessaging.googleapis.com, true",
    "apiHost, evil.example, false",
    "apiHost, evil.example/x.googleapis.com, false",
    "apiHost, googleapis.com, false",
    "lifetimeSeconds, 3600, true",
    "lifetimeSeconds, 0, false",
    "checkNumber, +31612345678, true",
    "checkNumber, 0612345678, false",
  })
  void patternsTakeWhatTheyShould(String name, String value, boolean fits) {
    // When
    String pattern = GoogleForm.FORM.field(name).orElseThrow().pattern();

    // Then
    assertThat(value.matches(pattern)).isEqualTo(fits);
  }

  @Test
  void keyFileAsGoogleGivesItFits() {
    // Given
    String key = keyFile().toPrettyString();

    // When
    List<Finding> findings = findings(Channel.RCS, Map.of(), key);

    // Then
    assertThat(findings).isEmpty();
    assertThat(key.matches(GoogleForm.FORM.field("serviceAccountKey").orElseThrow().pattern()))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "type, authorized_user, type must be service_account",
    "private_key, nonsense, no private_key in the form of PEM",
    "client_email, nobody, no client_email",
    "client_email, '', no client_email",
    "private_key_id, '', no private_key_id",
  })
  void brokenKeyFileIsRefusedWithoutRepeatingIt(String field, String value, String problem) {
    // Given
    String key = keyFile().put(field, value).toString();

    // When
    List<Finding> findings = findings(Channel.RCS, Map.of(), key);

    // Then
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.field()).isEqualTo("serviceAccountKey");
              assertThat(finding.problem()).contains(problem).doesNotContain("nonsense", "nobody");
            });
  }

  @Test
  void keyThatIsNoJsonIsRefused() {
    // When
    List<Finding> findings = findings(Channel.RCS, Map.of(), "{nonsense}");

    // Then
    assertThat(findings).extracting(Finding::problem).first().asString().contains("not JSON");
  }

  @Test
  void keyThatIsNoRsaKeyOrTooShortIsRefused() throws NoSuchAlgorithmException {
    // Given
    String curve =
        keyFile()
            .put("private_key", pem(KeyPairGenerator.getInstance("EC").generateKeyPair()))
            .toString();
    String garbage =
        keyFile()
            .put("private_key", "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n")
            .toString();
    String small = keyFile().put("private_key", pem(rsa(1_024))).toString();

    // When
    List<String> problems =
        List.of(curve, garbage, small).stream()
            .flatMap(key -> findings(Channel.RCS, Map.of(), key).stream())
            .map(Finding::problem)
            .toList();

    // Then
    assertThat(problems)
        .containsExactly(
            "has a private_key that is no RSA key",
            "has a private_key that is no RSA key",
            "has a private_key of fewer than 2048 bits");
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, mediaHeight, TALL, cardWidth, SMALL, mediaHeight",
    "RCS, mediaHeight, TALL, cardWidth, SMALL, mediaHeight",
    "GOOGLE_BUSINESS_MESSAGES, mediaHeight, TALL, cardWidth, MEDIUM, ",
    "GOOGLE_BUSINESS_MESSAGES, mediaHeight, TALL, richText, true, ",
    "GOOGLE_BUSINESS_MESSAGES, cardWidth, SMALL, richText, true, ",
    "GOOGLE_BUSINESS_MESSAGES, lifetimeSeconds, 60, richText, true, lifetimeSeconds",
    "GOOGLE_BUSINESS_MESSAGES, checkNumber, +31612345678, richText, true, checkNumber",
    "RCS, lifetimeSeconds, 60, checkNumber, +31612345678, ",
  })
  void fieldsMustFitTogether(
      Channel channel,
      String one,
      String valueOfOne,
      String other,
      String valueOfOther,
      @Nullable String wrong) {
    // When
    List<Finding> findings =
        GoogleForm.FORM
            .rules()
            .check(
                new AccountForm.Draft(
                    channel,
                    Map.of(one, valueOfOne, other, valueOfOther),
                    Map.of(),
                    Set.of("clientToken", "serviceAccountKey")));

    // Then
    assertThat(findings)
        .extracting(Finding::field)
        .isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }

  private static List<Finding> findings(Channel channel, Map<String, String> settings, String key) {
    return GoogleForm.FORM
        .rules()
        .check(
            new AccountForm.Draft(
                channel, settings, Map.of("serviceAccountKey", key), Set.of("clientToken")));
  }
}
