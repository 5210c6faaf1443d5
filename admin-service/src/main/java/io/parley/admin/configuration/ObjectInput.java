package io.parley.admin.configuration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sends to create or replace an object. */
public interface ObjectInput {

  /** The id that the caller has chosen; in a replacement it must be the one in the path. */
  @Nullable UUID id();

  /** What administrators call it. */
  String name();
}
