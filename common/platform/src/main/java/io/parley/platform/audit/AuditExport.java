package io.parley.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The exported audit: NDJSON, one {@link AuditLine} to a line of text, oldest first. */
public final class AuditExport {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private AuditExport() {}

  /** One line of text, with its end. */
  public static String text(AuditLine line) {
    try {
      return MAPPER.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: line " + line.id(), e);
    }
  }

  /**
   * Checks an export in bounded memory.
   *
   * @param export UTF-8; not closed
   * @param anchor a hash that was kept elsewhere
   * @throws IOException if it cannot be read
   */
  public static Verdict verify(InputStream export, Optional<Anchor> anchor) throws IOException {
    ChainVerifier verifier = new ChainVerifier(anchor);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
    long number = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      try {
        if (!verifier.accept(read(text))) {
          break;
        }
      } catch (JsonProcessingException e) {
        return unreadable(verifier.verdict(), number);
      }
    }
    return verifier.verdict();
  }

  private static AuditLine read(String text) throws JsonProcessingException {
    AuditLine line = MAPPER.readValue(text, AuditLine.class);
    if (line == null) {
      throw new JsonParseException("null is no line");
    }
    return line;
  }

  private static Verdict unreadable(Verdict until, long number) {
    return new Verdict(
        until.lines() + 1,
        until.newest(),
        Optional.of(
            new Verdict.Break(
                until.newest().map(last -> last.id() + 1).orElse(1L),
                "line " + number + " of the file is not a line of the audit")));
  }
}
