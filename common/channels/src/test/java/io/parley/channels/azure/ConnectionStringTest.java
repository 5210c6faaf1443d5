package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.ACCESS_KEY;
import static io.parley.channels.azure.Samples.CONNECTION;
import static io.parley.channels.azure.Samples.HOST;
import static io.parley.channels.azure.Samples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.azure.communication.common.implementation.CommunicationConnectionString;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of providers/azure-communication-services.md §1. */
class ConnectionStringTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        CONNECTION,
        "endpoint=https://" + HOST + ";accesskey=" + ACCESS_KEY,
        "accesskey=" + ACCESS_KEY + ";endpoint=https://" + HOST + "/",
        "Endpoint=https://" + HOST + "/;AccessKey=" + ACCESS_KEY + ";",
        "  endpoint = https://" + HOST + " ; accessKey = " + ACCESS_KEY + " ;; "
      })
  void partsComeInAnyOrderAndCase(String entered) {
    // When
    ConnectionString read = ConnectionString.parse(entered);

    // Then
    assertThat(read.endpoint()).isEqualTo("https://" + HOST);
    assertThat(read.key()).isEqualTo(KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "'', endpoint is missing",
    "not a connection string, neither",
    "endpoint=https://a.example, accesskey is missing",
    "accesskey=YWJj, endpoint is missing",
    "endpoint=https://a.example;accesskey=, not Base64",
    "endpoint=https://a.example;accesskey=%%%, not Base64",
    "endpoint=https://a.example;accesskey=YWJj;region=us, neither",
    "endpoint=https://a.example;accesskey=YWJj;accesskey=YWJj, one twice",
    "endpoint=http://a.example;accesskey=YWJj, with https and no path",
    "endpoint=https://a.example/path;accesskey=YWJj, with https and no path",
    "endpoint=https://a.example?x=1;accesskey=YWJj, with https and no path",
    "endpoint=https://u:p@a.example;accesskey=YWJj, with https and no path",
    "endpoint=https://;accesskey=YWJj, with https and no path",
    "endpoint=a.example;accesskey=YWJj, with https and no path"
  })
  void refusalSaysWhatIsExpected(String entered, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionString.parse(entered))
        .withMessageContaining(expected);
  }

  @Test
  void refusalRepeatsNothingOfTheKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionString.parse("endpoint=https://a.example;accesskey=topSecret*"))
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("topSecret", "*"))
        .withNoCause();
  }

  @Test
  void officialClientReadsTheSame() {
    // When
    CommunicationConnectionString theirs = new CommunicationConnectionString(CONNECTION);
    ConnectionString ours = ConnectionString.parse(CONNECTION);

    // Then
    assertThat(theirs.getEndpoint()).isEqualTo(ours.endpoint() + "/");
    assertThat(Base64.getDecoder().decode(theirs.getAccessKey())).isEqualTo(ours.key());
  }

  @Test
  void keyIsNotPrinted() {
    // When
    String printed = ConnectionString.parse(CONNECTION).toString();

    // Then
    assertThat(printed).contains(HOST).doesNotContain(ACCESS_KEY);
  }
}
