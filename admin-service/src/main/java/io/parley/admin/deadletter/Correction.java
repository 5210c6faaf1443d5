package io.parley.admin.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is published instead of what a record holds. The record itself stays as it is.
 *
 * @param payload the data of the event, in the form of its type; absent to publish the record's own
 * @param type CloudEvents type, for a record that has none
 */
@Schema(name = "DeadLetterCorrection")
record Correction(
    @Schema(implementation = Object.class) @Nullable JsonNode payload, @Nullable String type) {

  /** What customers wrote stays out of logs. */
  @Override
  public String toString() {
    return "Correction[" + type + "]";
  }
}
