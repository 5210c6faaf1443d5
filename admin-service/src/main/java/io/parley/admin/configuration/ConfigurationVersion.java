package io.parley.admin.configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one row that says how far the configuration has got, and that every change locks. */
@Entity
class ConfigurationVersion {

  /** The key of the only row. */
  static final boolean SINGLE = true;

  @Id private boolean single;
  private long version;

  long version() {
    return version;
  }

  void advance() {
    version++;
  }
}
