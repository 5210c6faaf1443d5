package io.parley.channels.twilio;

import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.ReceivedFields;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of one authentic call. Of a repeated field the first value counts. */
final class FormFields extends ReceivedFields {

  private final FormBody parameters;

  FormFields(FormBody parameters) {
    this.parameters = parameters;
  }

  /** The names of all fields, in the order in which they came. */
  Set<String> names() {
    return parameters.asMap().keySet();
  }

  /** Every value that a repeated field has. */
  List<String> all(String name) {
    return parameters.all(name);
  }

  /** Whether the call has this field, even if it is empty. */
  boolean has(String name) {
    return !parameters.all(name).isEmpty();
  }

  @Override
  protected @Nullable String value(String name) {
    return parameters.first(name).orElse(null);
  }

  @Override
  protected void keepLeft(Predicate<String> isTaken, Attributes rest) {
    names().stream()
        .filter(name -> !isTaken.test(name))
        .forEach(name -> rest.keep(name, value(name)));
  }
}
