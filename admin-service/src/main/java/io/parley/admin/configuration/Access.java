package io.parley.admin.configuration;

import io.parley.events.configuration.User.Role;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what with the objects of one kind (domain/channels-and-accounts.md §9).
 *
 * @param readers who may see them, or some of them
 * @param writers who may create, change and delete them
 * @param supervisorFields fields of the definition that supervisors may change besides
 */
public record Access(Set<Role> readers, Set<Role> writers, Set<String> supervisorFields) {

  private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
  private static final Set<Role> LEADING = Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR);
  private static final Set<Role> ALL = Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT);

  /** Administrators only. */
  public static final Access ADMINISTRATORS_ONLY =
      new Access(ADMINISTRATOR, ADMINISTRATOR, Set.of());

  /** Administrators write, supervisors look. */
  public static final Access SUPERVISORS_LOOK = new Access(LEADING, ADMINISTRATOR, Set.of());

  /** Administrators write, everybody looks. */
  public static final Access ALL_LOOK = new Access(ALL, ADMINISTRATOR, Set.of());

  /** Administrators and supervisors write, agents look. */
  public static final Access SUPERVISORS_WRITE = new Access(ALL, LEADING, Set.of());

  public Access {
    readers = Set.copyOf(readers);
    writers = Set.copyOf(writers);
    supervisorFields = Set.copyOf(supervisorFields);
  }

  /** Who may change some fields at least. */
  Set<Role> patchers() {
    return supervisorFields.isEmpty()
        ? writers
        : Stream.concat(writers.stream(), Stream.of(Role.SUPERVISOR))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with fields that supervisors may change. */
  public Access withSupervisorFields(String... fields) {
    return new Access(readers, writers, Set.of(fields));
  }
}
