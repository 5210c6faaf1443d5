package io.parley.admin.queue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All queues. */
@ApplicationScoped
public class Queues implements PanacheRepositoryBase<QueueRow, UUID> {}
