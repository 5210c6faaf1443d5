package io.parley.simulator.http;

/** A value that a control request or a settings record must not carry; names the field. */
public final class InvalidFieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidFieldException(String field, String reason) {
    super(reason);
    this.field = field;
  }

  /** Path of the field, such as {@code numbers[0].smsUrl}; empty for the document as a whole. */
  public String field() {
    return field;
  }

  InvalidFieldException under(String parent) {
    String path =
        parent.isEmpty() || field.isEmpty() || field.startsWith("[")
            ? parent + field
            : parent + "." + field;
    return new InvalidFieldException(path, String.valueOf(getMessage()));
  }
}
