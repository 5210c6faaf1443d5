package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an {@code application/x-www-form-urlencoded} form in UTF-8. Not thread-safe. */
public final class FormWriter {

  private final List<String> encoded = new ArrayList<>();

  /** Adds a field, unless its value is null. */
  public FormWriter add(String name, @Nullable String value) {
    if (value != null) {
      encoded.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
    }
    return this;
  }

  /** The form as the body of a call, in the order in which its fields were added. */
  public byte[] bytes() {
    return query().getBytes(UTF_8);
  }

  /** The form as a query. */
  public String query() {
    return String.join("&", encoded);
  }
}
