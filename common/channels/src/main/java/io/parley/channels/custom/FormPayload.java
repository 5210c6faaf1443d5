package io.parley.channels.custom;

import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.MalformedFormException;
import io.parley.channels.wire.StorableText;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form or a query. A path is the name of a field; with an asterisk at its end, every field that
 * begins so and ends in a number.
 */
final class FormPayload implements Payload {

  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,4})", Pattern.DOTALL);

  private final FormBody fields;
  private final byte[] raw;

  private FormPayload(FormBody fields, byte[] raw) {
    this.fields = fields;
    this.raw = raw;
  }

  static Optional<FormPayload> read(byte[] bytes) {
    try {
      return Optional.of(new FormPayload(FormBody.parse(bytes), bytes));
    } catch (MalformedFormException notAForm) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> values(String path) {
    List<String> values =
        path.endsWith("*")
            ? fields.asMap().keySet().stream()
                .filter(name -> number(path, name) >= 0)
                .sorted(Comparator.comparingInt(name -> number(path, name)))
                .flatMap(name -> fields.all(name).stream())
                .toList()
            : fields.all(path);
    return values.stream().map(StorableText::of).toList();
  }

  /** A field has no fields, so that there is nothing below it. */
  @Override
  public List<Payload> elements(String path) {
    return List.of();
  }

  @Override
  public Optional<List<Payload>> list(String path) {
    return Optional.of(List.of(this));
  }

  @Override
  public Optional<String> scalar() {
    return Optional.empty();
  }

  @Override
  public Map<String, String> rest(Collection<String> used) {
    Map<String, String> rest = new LinkedHashMap<>();
    fields.asMap().keySet().stream()
        .filter(name -> used.stream().noneMatch(path -> isNamed(path, name)))
        .forEach(name -> rest.put(name, values(name).stream().findFirst().orElse("")));
    return rest;
  }

  @Override
  public byte[] alone(String path, int index) {
    return raw.clone();
  }

  private static boolean isNamed(String path, String name) {
    return path.equals(name) || (path.endsWith("*") && number(path, name) >= 0);
  }

  private static int number(String path, String name) {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() && numbered.group(1).equals(path.substring(0, path.length() - 1))
        ? Integer.parseInt(numbered.group(2))
        : -1;
  }
}
