package io.parley.admin.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** A change is refused because other objects depend on what it would take away. */
public final class InUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Dependant> dependants;

  public InUseException(List<Dependant> dependants) {
    super(detail(dependants), null, false, false);
    this.dependants = List.copyOf(dependants);
  }

  /** What depends on it. */
  List<Dependant> dependants() {
    return dependants;
  }

  /** The dependants in words. */
  String detail() {
    return detail(dependants);
  }

  private static String detail(List<Dependant> dependants) {
    return dependants.stream()
        .map(dependant -> dependant.kind() + " " + dependant.name())
        .collect(Collectors.joining(", ", "Used by ", "."));
  }
}
