package io.parley.channels.secrets;

/**
 * A secret's value that says where the secret is instead of being it: <code>${env:NAME}</code> is
 * an environment variable of the service that uses it, <code>${file:NAME}</code> a file in its
 * folder of secrets. A reference is no secret itself: messages and logs name it.
 */
public sealed interface SecretReference {

  /** The reference as it is written. */
  String text();

  /**
   * An environment variable.
   *
   * @param name begins with the prefix that the services allow
   */
  record Environment(String name) implements SecretReference {
    @Override
    public String text() {
      return "${env:" + name + "}";
    }
  }

  /**
   * A file in the folder of secrets.
   *
   * @param name relative to the folder, with {@code /} between steps, none of which leads upwards
   */
  record File(String name) implements SecretReference {
    @Override
    public String text() {
      return "${file:" + name + "}";
    }
  }

  /** What a value turned out to be. */
  sealed interface Reading {

    /** The secret itself. */
    record Literal() implements Reading {}

    /** A reference. */
    record Found(SecretReference reference) implements Reading {}

    /**
     * Meant as a reference, but none.
     *
     * @param problem for the administrator, such as "must …"; quotes nothing of the value
     */
    record Malformed(String problem) implements Reading {}
  }
}
