package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.HOST;
import static io.parley.channels.azure.Samples.KEY;
import static io.parley.channels.azure.Samples.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of providers/azure-communication-services.md §3. */
class RequestSignatureTest {

  private static final String PREFIX =
      "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
  private static final byte[] BODY =
      ("{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\","
              + "\"repeatabilityRequestId\":\"7f3c1a52-0b7e-4d0e-9a51-6a1f0c2b9d11\","
              + "\"repeatabilityFirstSent\":\"Tue, 03 Mar 2026 09:05:07 GMT\"}],"
              + "\"message\":\"Olá, your ticket #482 is ready ✅\","
              + "\"smsSendOptions\":{\"enableDeliveryReport\":true,\"tag\":\"conv-91\"}}")
          .getBytes(UTF_8);

  @Test
  void callWithABodyIsSignedAsInVectorA() {
    // Given
    URI uri = URI.create("https://" + HOST + "/sms?api-version=2021-03-07");

    // When
    Map<String, List<String>> headers = RequestSignature.headers("POST", uri, BODY, NOW, KEY);

    // Then
    assertThat(BODY).hasSize(295);
    assertThat(headers)
        .containsOnly(
            Map.entry("x-ms-date", List.of("Tue, 03 Mar 2026 09:05:07 GMT")),
            Map.entry(
                "x-ms-content-sha256", List.of("P/HAIWEtF8EryfZ1aVmAK/tGdo14Ej0SZ5nRUKfpX4Q=")),
            Map.entry(
                "Authorization", List.of(PREFIX + "W5g0503bshpfNT2IZexpUDWiV5ZaWyAYTY9iheqXSAs=")));
  }

  @Test
  void whatIsSignedIsAsInVectorA() {
    // Given
    URI uri = URI.create("https://" + HOST + "/sms?api-version=2021-03-07");

    // When
    String signed =
        RequestSignature.stringToSign(
            "POST", uri, RequestSignature.date(NOW), RequestSignature.hash(BODY));

    // Then
    assertThat(signed)
        .isEqualTo(
            "POST\n"
                + "/sms?api-version=2021-03-07\n"
                + "Tue, 03 Mar 2026 09:05:07 GMT;demo-helpdesk.unitedstates.communication.azure.com;"
                + "P/HAIWEtF8EryfZ1aVmAK/tGdo14Ej0SZ5nRUKfpX4Q=");
  }

  @Test
  void callWithoutABodyIsSignedAsInVectorB() {
    // Given
    URI uri = URI.create("https://" + HOST + "/phoneNumbers?skip=0&top=1&api-version=2022-12-01");

    // When
    Map<String, List<String>> headers = RequestSignature.headers("GET", uri, new byte[0], NOW, KEY);

    // Then
    assertThat(headers)
        .containsEntry(
            "x-ms-content-sha256", List.of("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="))
        .containsEntry(
            "Authorization", List.of(PREFIX + "XN7QRSpR7EOfeczzKrp1KCRIzlTbUlmgk5jotm4AbRk="));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/sms, a.example",
    "https://a.example:443/sms, a.example",
    "https://a.example:8443/sms, a.example:8443",
    "http://localhost:80/sms, localhost",
    "http://localhost:18080/sms, localhost:18080"
  })
  void portIsSignedWhereItIsSent(String uri, String host) {
    // When
    String signed = RequestSignature.stringToSign("GET", URI.create(uri), "date", "hash");

    // Then
    assertThat(signed).isEqualTo("GET\n/sms\ndate;" + host + ";hash");
  }

  @Test
  void colonAndEscapesInThePathAreSignedAsTheyAreSent() {
    // Given
    URI uri = URI.create("https://a.example/sms/optouts:check?x=%2B1");

    // When
    String signed = RequestSignature.stringToSign("POST", uri, "date", "hash");

    // Then
    assertThat(signed).startsWith("POST\n/sms/optouts:check?x=%2B1\n");
  }

  @Test
  void dayHasTwoDigits() {
    // When
    String date = RequestSignature.date(Instant.parse("2026-11-01T23:59:59.999Z"));

    // Then
    assertThat(date).isEqualTo("Sun, 01 Nov 2026 23:59:59 GMT");
  }
}
