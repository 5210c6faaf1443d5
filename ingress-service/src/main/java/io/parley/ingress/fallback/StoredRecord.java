package io.parley.ingress.fallback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.parley.events.EventJson;
import io.parley.ingress.publication.OutgoingRecord;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A row of the table.
 *
 * @param rowId rises in the order of storing
 * @param record what waits
 */
record StoredRecord(long rowId, OutgoingRecord record) {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  /** The columns of a new row. */
  static Tuple columns(OutgoingRecord record, OffsetDateTime storedAt) {
    return Tuple.from(
        List.of(
            record.id(),
            record.topic(),
            record.key(),
            json(record.headers()),
            io.vertx.core.buffer.Buffer.buffer(record.body()),
            storedAt));
  }

  static StoredRecord of(Row row) {
    Buffer body = row.getBuffer("body");
    return new StoredRecord(
        row.getLong("id"),
        new OutgoingRecord(
            row.getString("record_id"),
            row.getString("topic"),
            row.getString("record_key"),
            headers(row.getString("headers")),
            body.getBytes()));
  }

  private static String json(Map<String, String> headers) {
    try {
      return EventJson.mapper().writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("headers cannot be written as JSON", e);
    }
  }

  private static Map<String, String> headers(String json) {
    try {
      return EventJson.mapper().readValue(json, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the fallback table holds what are not headers", e);
    }
  }
}
