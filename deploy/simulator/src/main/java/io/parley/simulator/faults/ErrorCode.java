package io.parley.simulator.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parley.simulator.http.InvalidFieldException;

/**
 * A provider's own error code, written as a number or as a word: {@code 21610}, {@code "E403"}.
 *
 * @param text 1 to 100 characters
 */
public record ErrorCode(@JsonValue String text) {

  public ErrorCode {
    if (text.isBlank() || text.length() > 100) {
      throw new InvalidFieldException("", "must have 1 to 100 characters");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ErrorCode of(Object numberOrWord) {
    if (numberOrWord instanceof Integer || numberOrWord instanceof String) {
      return new ErrorCode(numberOrWord.toString());
    }
    throw new InvalidFieldException("", "must be a whole number or a text");
  }

  /**
   * The code as a number.
   *
   * @throws InvalidFieldException if it is none
   */
  public int number() {
    if (!text.matches("[0-9]{1,9}")) {
      throw new InvalidFieldException("code", "must be a number for this provider");
    }
    return Integer.parseInt(text);
  }
}
