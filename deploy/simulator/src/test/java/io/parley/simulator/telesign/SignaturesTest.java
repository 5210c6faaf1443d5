package io.parley.simulator.telesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The vectors of providers/telesign.md §1.1, §3 and §8. */
class SignaturesTest {

  private static final String INBOUND =
      "{\"reference_id\":\"3A5C7E9F1B2D4F60718293A4B5C6D7E8\",\"sub_resource\":\"mo_sms\",\"errors\":{},"
          + "\"status\":{\"updated_on\":\"2025-03-04T09:15:26.415000Z\",\"code\":1500,"
          + "\"description\":\"Delivered to customer\"},\"submit_timestamp\":\"2025-03-04T09:15:26.101000Z\","
          + "\"user_response\":{\"phone_number\":\"12065550142\",\"sender_id\":\"12065550100\","
          + "\"iso_country_code\":\"US\",\"mo_message\":\"Is the shop open?\",\"action\":\"generic\",\"keyword\":\"\"}}";
  private static final String REPORT =
      "{\"reference_id\":\"B1C2D3E4F5061728394A5B6C7D8E9F00\",\"status\":{\"code\":200,"
          + "\"description\":\"Delivered to handset\",\"updated_on\":\"2025-03-04T09:16:02.775000Z\"},"
          + "\"submit_timestamp\":\"2025-03-04T09:15:58.044000Z\",\"external_id\":\"msg-771\","
          + "\"additional_info\":{\"mcc\":\"310\",\"mnc\":\"260\",\"price\":\"0.0071\",\"currency\":\"USD\","
          + "\"message_parts_count\":1}}";

  @Test
  void inboundBodyIsTheOneOfTheProviderFile() {
    // Given
    InboundOrder order =
        InboundOrder.text(Fixture.CUSTOMER_ID, "12065550142", "12065550100", "Is the shop open?");

    // When
    String body =
        InboundBody.of(
            order,
            "3A5C7E9F1B2D4F60718293A4B5C6D7E8",
            "Is the shop open?",
            true,
            Instant.parse("2025-03-04T09:15:26.101Z"),
            Instant.parse("2025-03-04T09:15:26.415Z"));

    // Then
    assertThat(body).isEqualTo(INBOUND).hasSize(402);
    assertThat(Signatures.ofCallback(Fixture.API_KEY, body))
        .isEqualTo("FmUnUQdsyQ+gFa/f6X4U55ZXpkGdsuZgqA8fQNkV6s0=");
  }

  @Test
  void reportBodyIsTheOneOfTheProviderFile() {
    // Given
    Draft draft = new Draft("12065550142", "We open at 9", null, "msg-771", null);
    Instant submitted = Instant.parse("2025-03-04T09:15:58.044Z");
    Message message =
        new Message(
            "B1C2D3E4F5061728394A5B6C7D8E9F00",
            Fixture.CUSTOMER_ID,
            draft,
            submitted,
            290,
            submitted);

    // When
    String body = ReportBody.of(message, 200, false, Instant.parse("2025-03-04T09:16:02.775Z"));

    // Then
    assertThat(body).isEqualTo(REPORT).hasSize(328);
    assertThat(Signatures.ofCallback(Fixture.API_KEY, body))
        .isEqualTo("jFP0FdPseXP4kksoNWTfqPwMMlNhD0p4NUwWTGwYVRg=");
  }

  @Test
  void callbacksAreSignedAsUtf8() {
    // When
    String signature = Signatures.ofCallback(Fixture.API_KEY, "{\"mo_message\":\"Grüße 📦\"}");

    // Then
    assertThat(signature).isEqualTo("PK6H19uYVIR/rX+00R2SI+LZBu1cO1yl8N4ggeMdeKE=");
  }
}
