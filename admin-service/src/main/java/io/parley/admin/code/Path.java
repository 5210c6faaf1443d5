package io.parley.admin.code;

import org.jspecify.annotations.Nullable;

/**
 * The way from the root to a value. Spelt out only where somebody asks: a hostile document would
 * otherwise make its reader write gigabytes of pointers.
 */
record Path(@Nullable Path parent, String step) {

  static final Path ROOT = new Path(null, "");

  Path to(String field) {
    return new Path(this, field);
  }

  Path to(int index) {
    return new Path(this, Integer.toString(index));
  }

  /** As JSON pointer (RFC 6901). */
  String pointer() {
    return parent == null
        ? ""
        : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
