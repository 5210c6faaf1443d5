package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaFilesTest {

  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  (Sample.ACCOUNT + ":" + Sample.TOKEN).getBytes(StandardCharsets.UTF_8));

  private final Stage stage = new Stage();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void attachmentIsFoundWithCredentialsAndReadWithoutThem()
      throws IOException, InterruptedException {
    // Given
    String path = attachment("image/png");

    // When
    HttpResponse<byte[]> located = get(path, BASIC);
    HttpResponse<byte[]> file = get(location(located), null);

    // Then
    assertThat(located.statusCode()).isEqualTo(307);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(file.body()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void attachmentIsNotFoundWithoutCredentials() throws IOException, InterruptedException {
    // When
    HttpResponse<byte[]> answer = get(attachment("image/png"), null);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void storageRefusesWhoeverBringsTheCredentialsAlong() throws IOException, InterruptedException {
    // Given
    String location = location(get(attachment("image/png"), BASIC));

    // When
    HttpResponse<byte[]> answer = get(location, BASIC);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  /** The path of an attachment that a customer has just sent. */
  private String attachment(String contentType) {
    stage
        .simulator
        .twilio()
        .receive(
            new InboundOrderBuilder(Sample.ACCOUNT, Sample.CUSTOMER, Sample.NUMBER)
                .body("Look")
                .media(null, contentType)
                .build());
    String url = stage.receiver.values("MediaUrl0").getFirst();
    return URI.create(url).getPath();
  }

  private static String location(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<byte[]> get(String path, @org.jspecify.annotations.Nullable String basic)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stage.simulator.baseUrl() + path));
    if (basic != null) {
      request.header("Authorization", basic);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
