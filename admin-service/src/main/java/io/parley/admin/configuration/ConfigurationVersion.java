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
  private int publishedForm;

  long version() {
    return version;
  }

  /** The form in which all objects were last published. */
  int publishedForm() {
    return publishedForm;
  }

  void advance() {
    version++;
  }

  void publishedAs(int form) {
    publishedForm = form;
  }
}
