package io.parley.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.events.configuration.ConfigurationObject;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventCodecTest {

  private static final String SECRET = "my-card-is-4111";

  @ParameterizedTest
  @EnumSource
  void everyEventComesBackAsItWas(EventType type) {
    // Given
    Event<?> event = SampleEvents.of(type);

    // When
    Event<?> decoded = decoded(CloudEventCodec.encode(event));

    // Then
    assertThat(decoded).isEqualTo(event);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfConfigurationComesBackAsItWas(ConfigurationObject.Kind kind) {
    // Given
    Event<?> event = SampleEvents.event(SampleEvents.changed(SampleEvents.configuration(kind)));

    // When
    Event<?> decoded = decoded(CloudEventCodec.encode(event));

    // Then
    assertThat(decoded).isEqualTo(event);
  }

  @ParameterizedTest
  @EnumSource
  void anEventWithoutARequiredFieldIsRefusedWithTheFieldsName(EventType type) throws Exception {
    // Given
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode(SampleEvents.of(type));
    ObjectNode data = (ObjectNode) EventJson.mapper().readTree(record.value());
    String required = requiredField(type);
    data.remove(required);

    // When
    Throwable refusal =
        catchThrowable(
            () ->
                CloudEventCodec.decode(
                    record.key(), record.headers(), EventJson.mapper().writeValueAsBytes(data)));

    // Then
    assertThat(refusal)
        .isInstanceOf(UndecodableEventException.class)
        .hasMessageContaining(required);
  }

  /** The first component that has to be there. */
  private static String requiredField(EventType type) {
    for (RecordComponent component : type.dataType().getRecordComponents()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        return component.getName();
      }
    }
    throw new AssertionError(type + " has no required component");
  }

  @Test
  void deletedConfigurationComesBackWithoutAnObject() {
    // Given
    Event<?> event =
        SampleEvents.event(
            new ConfigurationChanged(ConfigurationObject.Kind.QUEUE, new UUID(1, 2), 43, null));

    // When
    Event<?> decoded = decoded(CloudEventCodec.encode(event));

    // Then
    assertThat(decoded).isEqualTo(event);
  }

  @Test
  void changeSaysThatFurtherOnesBelongToItOnlyWhenTheyDo() {
    // Given
    ConfigurationChanged last =
        new ConfigurationChanged(ConfigurationObject.Kind.QUEUE, new UUID(1, 2), 43, null);
    ConfigurationChanged first =
        new ConfigurationChanged(ConfigurationObject.Kind.QUEUE, new UUID(1, 3), 43, null, true);

    // When
    ProducerRecord<String, byte[]> lastRecord = CloudEventCodec.encode(SampleEvents.event(last));
    ProducerRecord<String, byte[]> firstRecord = CloudEventCodec.encode(SampleEvents.event(first));

    // Then
    assertThat(body(lastRecord)).doesNotContain("more");
    assertThat(decoded(lastRecord).data()).isEqualTo(last);
    assertThat(body(firstRecord)).contains("\"more\":true");
    assertThat(decoded(firstRecord).data()).isEqualTo(first);
  }

  @Test
  void templateComesBackAsItWas() {
    // Given
    Event<?> event =
        SampleEvents.event(
            SampleEvents.replyRequested(
                MessageContent.ofTemplate(new MessageTemplate("HX1", Map.of("1", "Sam")))));

    // When
    Event<?> decoded = decoded(CloudEventCodec.encode(event));

    // Then
    assertThat(decoded).isEqualTo(event);
  }

  @Test
  void recordIsACloudEventInBinaryMode() {
    // Given
    Event<?> event = SampleEvents.of(EventType.MESSAGE_RECEIVED);

    // When
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode(event);

    // Then
    assertThat(record.topic()).isEqualTo("parley.messages.received");
    assertThat(record.key()).isEqualTo(event.key());
    assertThat(texts(record.headers()))
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", event.id(),
                "ce_type", "io.parley.message.received.v1",
                "ce_source", "/parley/ingress",
                "ce_subject", event.subject(),
                "ce_time", "2026-11-20T09:30:00.123Z",
                "ce_traceparent", event.traceParent().value(),
                "content-type", "application/json"));
  }

  @Test
  void absentValuesAreLeftOut() {
    // Given
    Event<?> event =
        SampleEvents.event(
            new ConfigurationChanged(ConfigurationObject.Kind.QUEUE, new UUID(1, 2), 43, null));

    // When
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode(event);

    // Then
    assertThat(body(record)).doesNotContain("data", "null");
  }

  @Test
  void fieldOfANewerProducerIsIgnored() {
    // Given
    Event<?> event = SampleEvents.of(EventType.REPLY_REQUESTED);
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode(event);
    String newer = body(record).replaceFirst("\\{", "{\"mood\":{\"score\":[1,2]},");

    // When
    Event<?> decoded = CloudEventCodec.decode(record.key(), record.headers(), bytes(newer));

    // Then
    assertThat(decoded).isEqualTo(event);
  }

  @Test
  void missingSubjectAndTimeHaveDefaults() {
    // Given
    ProducerRecord<String, byte[]> record = reply();
    record.headers().remove("ce_subject").remove("ce_time");

    // When
    Event<?> decoded = decoded(record);

    // Then
    assertThat(decoded.subject()).isEqualTo(decoded.id());
    assertThat(decoded.time()).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void unknownTypeIsRefusedByName() {
    // Given
    ProducerRecord<String, byte[]> record = reply();
    replace(record.headers(), "ce_type", "io.parley.reply.imagined.v9");

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> decoded(record))
        .withMessage("unknown type io.parley.reply.imagined.v9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense"})
  void brokenTraceParentIsRefused(String header) {
    // Given
    ProducerRecord<String, byte[]> record = reply();
    replace(record.headers(), "ce_traceparent", header);

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> decoded(record))
        .withMessage("no traceparent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_traceparent"})
  void missingHeaderIsRefused(String header) {
    // Given
    ProducerRecord<String, byte[]> record = reply();
    record.headers().remove(header);

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> decoded(record));
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 9.9",
    "ce_id, ''",
    "ce_source, '::not a uri'",
    "ce_time, yesterday",
    "content-type, text/plain; charset=nonsense; =",
  })
  void nonsenseInAHeaderEndsInAnEventOrARefusal(String header, String value) {
    // Given
    ProducerRecord<String, byte[]> record = reply();
    replace(record.headers(), header, value);

    // When
    Throwable outcome = catchThrowable(() -> decoded(record));

    // Then
    assertThat(outcome)
        .satisfiesAnyOf(
            nothing -> assertThat(nothing).isNull(),
            refusal -> assertThat(refusal).isInstanceOf(UndecodableEventException.class));
  }

  @Test
  void refusalSaysWhereTheDataAreWrong() {
    // Given
    Headers headers = reply().headers();

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(
            () -> CloudEventCodec.decode("key", headers, bytes("{\"to\":{\"kind\":\"FAX\"}}")))
        .withMessage("not an event of Parley: data do not fit the type at /to/kind");
  }

  @Test
  void refusalByARecordSaysWhy() {
    // Given
    Headers headers = reply().headers();
    String data = "{\"content\":{\"text\":\" \",\"mediaUrls\":[]}}";

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> CloudEventCodec.decode("key", headers, bytes(data)))
        .withMessage(
            "not an event of Parley: data are refused at /content:"
                + " a message is either text and attachments or a template");
  }

  @Test
  void recordWithoutHeadersIsRefused() {
    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> CloudEventCodec.decode("key", new RecordHeaders(), bytes("{}")));
  }

  @Test
  void recordWithoutKeyIsRefused() {
    // Given
    ProducerRecord<String, byte[]> record = reply();

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> CloudEventCodec.decode(null, record.headers(), record.value()));
  }

  @Test
  void recordWithoutValueIsRefused() {
    // Given
    ProducerRecord<String, byte[]> record = reply();

    // When / Then
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> CloudEventCodec.decode(record.key(), record.headers(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"content\":{\"text\":\"" + SECRET,
        "{\"content\":{\"text\":" + SECRET + "}}",
        "{\"" + SECRET,
        "\"" + SECRET + "\"",
        "{\"messageId\":\"" + SECRET + "\"}",
        "{\"requestedAt\":\"" + SECRET + "\"}",
        "{\"to\":{\"kind\":\"" + SECRET + "\"}}",
        "{\"to\":\"" + SECRET + "\"}",
        "{\"content\":\"" + SECRET + "\"}",
        "{\"content\":{\"template\":{\"variables\":{\"" + SECRET + "\":[]}}}}",
        "{\"content\":{\"text\":\"" + SECRET + "\",\"mediaUrls\":[\"" + SECRET + " ^\"]}}",
        "{\"content\":{\"text\":\""
            + SECRET
            + "\",\"mediaUrls\":[],\"template\":{\"reference\":\"HX\",\"variables\":{}}}}"
      })
  void brokenDataAreRefusedWithoutRepeatingWhatTheCustomerWrote(String data) {
    // Given
    Headers headers = reply().headers();

    // When
    UndecodableEventException refusal =
        catchThrowableOfType(
            UndecodableEventException.class,
            () -> CloudEventCodec.decode("key", headers, bytes(data)));

    // Then
    assertThat(refusal).isNotNull();
    assertThat(everythingSaid(refusal)).doesNotContain("4111");
  }

  private static String everythingSaid(@Nullable Throwable refusal) {
    return refusal == null ? "" : refusal + "\n" + everythingSaid(refusal.getCause());
  }

  private static ProducerRecord<String, byte[]> reply() {
    return CloudEventCodec.encode(SampleEvents.of(EventType.REPLY_REQUESTED));
  }

  private static Event<?> decoded(ProducerRecord<String, byte[]> record) {
    return CloudEventCodec.decode(record.key(), record.headers(), record.value());
  }

  private static void replace(Headers headers, String name, String value) {
    headers.remove(name).add(name, bytes(value));
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new TreeMap<>();
    headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
    return texts;
  }

  private static String body(ProducerRecord<String, byte[]> record) {
    return new String(record.value(), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
