package io.parley.admin.queue;

import io.parley.admin.configuration.StoredObject;
import io.parley.events.configuration.Queue.AssignmentMethod;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A queue as a row, with its members. */
@Entity
@Table(name = "queue")
public class QueueRow extends StoredObject {

  private int priority;

  @Enumerated(EnumType.STRING)
  private AssignmentMethod assignmentMethod;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "queue_member", joinColumns = @JoinColumn(name = "queue_id"))
  @Column(name = "user_id")
  private Set<UUID> members = new HashSet<>();

  /** The smaller number is served first. */
  int priority() {
    return priority;
  }

  AssignmentMethod assignmentMethod() {
    return assignmentMethod;
  }

  /** Ids of the agents, in order. */
  public Set<UUID> members() {
    return new TreeSet<>(members);
  }

  void set(int newPriority, AssignmentMethod newMethod, Set<UUID> newMembers) {
    priority = newPriority;
    assignmentMethod = newMethod;
    members.retainAll(newMembers);
    members.addAll(newMembers);
  }
}
