package io.parley.platform.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.CloudEventCodec;
import io.parley.events.ConfigurationChanged;
import io.parley.events.EventJson;
import io.parley.events.UndecodableEventException;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record of the configuration's topic.
 *
 * @param offset its place on the topic
 * @param version of the change set that it belongs to; 0 when it cannot be told
 * @param more whether further records of the set follow
 * @param change what it says; empty when this service cannot read that
 */
record ChangeRecord(
    long offset, long version, boolean more, Optional<ConfigurationChanged> change) {

  static ChangeRecord of(long offset, ConfigurationChanged change) {
    return new ChangeRecord(offset, change.version(), change.more(), Optional.of(change));
  }

  /**
   * A record as it stands on the topic. A newer administration may know kinds that this version
   * does not; where such a record ends its set still counts, and so do the others.
   */
  static ChangeRecord of(ConsumerRecord<String, byte[]> record) {
    try {
      return of(record.offset(), (ConfigurationChanged) CloudEventCodec.decode(record).data());
    } catch (UndecodableEventException | ClassCastException e) {
      JsonNode data = data(record.value());
      return new ChangeRecord(
          record.offset(),
          data.path("version").asLong(),
          data.path("more").asBoolean(),
          Optional.empty());
    }
  }

  private static JsonNode data(byte @Nullable [] value) {
    try {
      return EventJson.mapper().readTree(value == null ? new byte[0] : value);
    } catch (IOException e) {
      return EventJson.mapper().missingNode();
    }
  }
}
