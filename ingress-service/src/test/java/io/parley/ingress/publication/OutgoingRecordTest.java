package io.parley.ingress.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutgoingRecordTest {

  @Test
  void recordComesOutAsItWentIn() {
    // Given
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>("parley.topic", null, "key/ä", "body".getBytes(UTF_8));
    record.headers().add("ce_id", "id/ü".getBytes(UTF_8));
    record.headers().add("content-type", "application/json".getBytes(UTF_8));

    // When
    ProducerRecord<String, byte[]> again = OutgoingRecord.of("id", record).toProducerRecord();

    // Then
    assertThat(again).isEqualTo(record);
  }

  @Test
  void textFormHoldsNothingOfTheBody() {
    // Given
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>("parley.topic", null, "+12065550142", "private".getBytes(UTF_8));

    // Then
    assertThat(OutgoingRecord.of("id", record).toString())
        .isEqualTo("OutgoingRecord[id, parley.topic]");
  }
}
