package io.parley.platform.condition;

import java.util.List;

/**
 * Something that rules can ask about.
 *
 * @param name with its relations, such as {@code customer.account.name}; case matters
 * @param type what sort of values it has
 * @param choices the keys of a choice; empty if any key may occur
 * @param settable whether a classification rule may give it a value
 */
public record Attribute(String name, AttributeType type, List<String> choices, boolean settable) {

  private static final String CONTEXT = "context.";

  public Attribute {
    choices = List.copyOf(choices);
    if (name.indexOf('.') < 1 || name.endsWith(".")) {
      throw new IllegalArgumentException("an attribute is named like customer.country");
    }
  }

  /** An attribute that rules can only read. */
  public static Attribute of(String name, AttributeType type, String... choices) {
    return new Attribute(name, type, List.of(choices), false);
  }

  /** The same attribute, which classification rules may give a value. */
  public Attribute asSettable() {
    return new Attribute(name, type, choices, true);
  }

  /**
   * A context variable (domain/workstreams-and-routing.md §2); classification rules may give it a
   * value.
   *
   * @param variable its name, without {@code context.}; case matters
   * @param type {@link AttributeType#TEXT} or {@link AttributeType#NUMBER}, or {@link
   *     AttributeType#MULTI_CHOICE} if it is a list
   */
  public static Attribute contextVariable(String variable, AttributeType type) {
    return of(CONTEXT + variable, type).asSettable();
  }

  /** How expressions write its name. */
  CelName celName() {
    return name.startsWith(CONTEXT)
        ? CelName.of(List.of("context", name.substring(CONTEXT.length())))
        : CelName.of(List.of(name.split("\\.", -1)));
  }
}
