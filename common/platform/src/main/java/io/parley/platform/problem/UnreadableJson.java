package io.parley.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says where JSON cannot be read and what is expected there, without repeating what was sent. */
public final class UnreadableJson {

  private UnreadableJson() {}

  /** The place and what is expected there; the pointer is empty where the text is no JSON. */
  public static Problem.FieldError finding(JsonProcessingException e) {
    String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
    String expected =
        switch (e) {
          case UnrecognizedPropertyException unknown ->
              "unknown field; known are " + unknown.getKnownPropertyIds();
          case InvalidFormatException format
              when format.getTargetType() != null && format.getTargetType().isEnum() ->
              "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
          case InvalidFormatException format ->
              "is not a valid " + format.getTargetType().getSimpleName();
          case JsonMappingException mapping when !pointer.isEmpty() ->
              "is missing or has the wrong type";
          default -> "not valid JSON at line " + line(e);
        };
    return new Problem.FieldError(pointer, expected);
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escaped(step)))
        .collect(Collectors.joining());
  }

  private static String escaped(JsonMappingException.Reference step) {
    return step.getFieldName().replace("~", "~0").replace("/", "~1");
  }
}
