package io.parley.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The vectors of google-business-messages.md. */
class GoogSignatureTest {

  private static final String BODY =
      """
      {"agent":"brands/1b9d6bcd-harbor/agents/5f0c2a77-books","requestId":"req-20240611-0001","conversationId":"7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31","message":{"messageId":"c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10","name":"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10","text":"Olá, is a\\u003db \\u0026 open today?","createTime":"2024-06-11T08:30:05.123456Z"},"sendTime":"2024-06-11T08:30:05.500Z"}"""
          .strip();
  private static final String RECEIPTS =
      """
      {"agent":"brands/1b9d6bcd-harbor/agents/5f0c2a77-books","conversationId":"7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31","sendTime":"2024-06-11T08:31:12.004Z","receipts":{"receipts":[{"message":"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/01b7-a","receiptType":"READ"},{"message":"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/01b7-b","receiptType":"DELIVERED"}],"createTime":"2024-06-11T08:31:11.900Z"}}"""
          .strip();

  @Test
  void messageIsSignedOverItsRawBody() {
    // When
    String made = GoogSignature.of("gbm-ct-7Hq2Lw9ZpX4v", BODY);

    // Then
    assertThat(BODY.getBytes(StandardCharsets.UTF_8)).hasSize(440);
    assertThat(made)
        .isEqualTo(
            "BNXJCJsuD2bIDag9lwGYz/Rtygfd8hvHryJKOJJMKpSFYpgRVZYuQ7pbKS1SqbFj4hdY81kgNka+c/1sNUSe6A==");
  }

  @Test
  void smallVectorIsMet() {
    // When
    String made = GoogSignature.of("token-1", "{\"conversationId\":\"c-1\",\"requestId\":\"r-1\"}");

    // Then
    assertThat(made)
        .isEqualTo(
            "tB0YCc8ner2PF84JZCM79j6JtHqonpu4s3t5st5P2YNbmoU5kvodKvMZAjF7e4pbSWbPrjA0Dckxi4PGyF7iwg==");
  }

  @Test
  void receiptsAreSignedOverTheirRawBody() {
    // When
    String made = GoogSignature.of("gbm-ct-7Hq2Lw9ZpX4v", RECEIPTS);

    // Then
    assertThat(RECEIPTS.getBytes(StandardCharsets.UTF_8)).hasSize(425);
    assertThat(made)
        .isEqualTo(
            "rm33GwFlRNytlitpPukL8y5+9QMiJP6V9C6kYh33nrTJ4k8jNG7PHxYijmu0JKlyuecoP/Dhu9vNN2TNzCPzpg==");
  }

  @Test
  void messageIsWrittenAsInTheVector() {
    // Given
    GbmOrder order =
        Json.read(
            """
            {"accountId": "a", "conversationId": "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31", "text": "-"}
            """,
            GbmOrder.class);

    // When
    String written =
        GbmEvents.of(
            order,
            "brands/1b9d6bcd-harbor/agents/5f0c2a77-books",
            "Olá, is a=b & open today?",
            "c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10",
            "req-20240611-0001",
            Instant.parse("2024-06-11T08:30:05.123456Z"));

    // Then
    assertThat(written)
        .isEqualTo(BODY.replace("2024-06-11T08:30:05.500Z", "2024-06-11T08:30:05.123456Z"));
  }

  @Test
  void rcsIsSignedOverTheDecodedData() {
    // Given
    RcsOrder order =
        Json.read(
            """
            {"accountId": "a", "from": "+15550104477", "text": "-"}
            """,
            RcsOrder.class);

    // When
    String event =
        RcsEvents.message(
            order,
            "harbor-books",
            "Olá, where is my order?",
            "MxN4vQk2S7Gd",
            Instant.parse("2026-03-02T09:15:27.480125Z"));
    String signature = GoogSignature.of("rbm-ct-Qk83-vesper", event);

    // Then
    assertThat(Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "eyJzZW5kZXJQaG9uZU51bWJlciI6IisxNTU1MDEwNDQ3NyIsIm1lc3NhZ2VJZCI6Ik14TjR2UWsyUzdHZCIsInNlbmRUaW1lIjoiMjAyNi0wMy0wMlQwOToxNToyNy40ODAxMjVaIiwidGV4dCI6Ik9sw6EsIHdoZXJlIGlzIG15IG9yZGVyPyIsImFnZW50SWQiOiJoYXJib3ItYm9va3MifQ==");
    assertThat(signature)
        .isEqualTo(
            "KOrB04BXvMcAnDIpPdcCzcgXSwI+t5WEmQT54n+DcnYrIO2x6JMafpaEhZb2UTDJ4IheDkvoxLAh9bOAcy0Hww==");
  }

  @Test
  void assertionOfTheVectorIsRead() {
    // Given
    String input =
        "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImsxZDAwNDIifQ.eyJpc3MiOiJnYm0tc2VuZGVyQGhhcmJvci1ib29rcy5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsInNjb3BlIjoiaHR0cHM6Ly93d3cuZ29vZ2xlYXBpcy5jb20vYXV0aC9idXNpbmVzc21lc3NhZ2VzIiwiYXVkIjoiaHR0cHM6Ly9vYXV0aDIuZ29vZ2xlYXBpcy5jb20vdG9rZW4iLCJpYXQiOjE3MTgwOTQ2MDAsImV4cCI6MTcxODA5ODIwMH0";

    // When
    Assertion assertion = Assertion.parse(input + ".c2ln");

    // Then
    assertThat(assertion.signingInput()).isEqualTo(input);
    assertThat(assertion.keyId()).isEqualTo("k1d0042");
    assertThat(assertion.issuer()).isEqualTo("gbm-sender@harbor-books.iam.gserviceaccount.com");
    assertThat(assertion.scope()).isEqualTo(TokenIssuer.MESSAGES);
    assertThat(assertion.audience()).isEqualTo("https://oauth2.googleapis.com/token");
    assertThat(assertion.issued()).isEqualTo(1718094600);
    assertThat(assertion.expires()).isEqualTo(1718098200);
  }
}
