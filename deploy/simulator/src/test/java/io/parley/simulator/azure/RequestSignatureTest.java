package io.parley.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The vectors of providers/azure-communication-services.md §3. */
class RequestSignatureTest {

  private static final String HOST = "demo-helpdesk.unitedstates.communication.azure.com";
  private static final String DATE = "Tue, 03 Mar 2026 09:05:07 GMT";
  private static final String BODY =
      "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\","
          + "\"repeatabilityRequestId\":\"7f3c1a52-0b7e-4d0e-9a51-6a1f0c2b9d11\","
          + "\"repeatabilityFirstSent\":\"Tue, 03 Mar 2026 09:05:07 GMT\"}],"
          + "\"message\":\"Olá, your ticket #482 is ready ✅\","
          + "\"smsSendOptions\":{\"enableDeliveryReport\":true,\"tag\":\"conv-91\"}}";

  @Test
  void postOfTheProviderFileIsSignedAsThere() {
    // When
    String hash = RequestSignature.contentHash(BODY);
    String signature =
        RequestSignature.of(Fixture.KEY, "POST", "/sms?api-version=2021-03-07", DATE, HOST, hash);

    // Then
    assertThat(BODY.getBytes(StandardCharsets.UTF_8)).hasSize(295);
    assertThat(hash).isEqualTo("P/HAIWEtF8EryfZ1aVmAK/tGdo14Ej0SZ5nRUKfpX4Q=");
    assertThat(signature).isEqualTo("W5g0503bshpfNT2IZexpUDWiV5ZaWyAYTY9iheqXSAs=");
  }

  @Test
  void readingOfTheProviderFileIsSignedAsThere() {
    // When
    String hash = RequestSignature.contentHash("");
    String signature =
        RequestSignature.of(
            Fixture.KEY,
            "GET",
            "/phoneNumbers?skip=0&top=1&api-version=2022-12-01",
            DATE,
            HOST,
            hash);

    // Then
    assertThat(hash).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assertThat(signature).isEqualTo("XN7QRSpR7EOfeczzKrp1KCRIzlTbUlmgk5jotm4AbRk=");
  }
}
