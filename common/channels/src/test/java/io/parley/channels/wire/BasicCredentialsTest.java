package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

  /** The examples of RFC 7617 §2 and §2.1. */
  @ParameterizedTest
  @CsvSource({
    "Aladdin, open sesame, Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    "test, 123£, Basic dGVzdDoxMjPCow=="
  })
  void headerIsAsInTheStandard(String user, String password, String header) {
    // Given
    BasicCredentials credentials = new BasicCredentials(user, password);

    // Then
    assertThat(credentials.header()).isEqualTo(header);
    assertThat(BasicCredentials.parse(header)).contains(credentials);
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic dTpwOnE=", "BASIC dTpwOnE=", "  Basic   dTpwOnE= "})
  void schemeIsReadInAnyCaseAndPasswordsMayHaveColons(String header) {
    // When
    var credentials = BasicCredentials.parse(header);

    // Then
    assertThat(credentials).contains(new BasicCredentials("u", "p:q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic ", "Basic dQ==", "Basic %%%", "Bearer dTpw", "dTpw"})
  void whatIsNotOfTheSchemeIsNone(String header) {
    // When
    var credentials = BasicCredentials.parse(header);

    // Then
    assertThat(credentials).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"u, p, true", "u, q, false", "v, p, false", "u, pp, false", "'', '', false"})
  void onlyTheSameMatch(String user, String password, boolean expected) {
    // When
    boolean matches = new BasicCredentials("u", "p").matches(new BasicCredentials(user, password));

    // Then
    assertThat(matches).isEqualTo(expected);
  }

  @Test
  void nothingIsPrinted() {
    // When
    String printed = new BasicCredentials("aladdin", "sesame").toString();

    // Then
    assertThat(printed).doesNotContain("aladdin", "sesame");
  }
}
