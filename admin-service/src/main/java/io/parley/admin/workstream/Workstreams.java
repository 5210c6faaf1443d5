package io.parley.admin.workstream;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All workstreams. */
@ApplicationScoped
public class Workstreams implements PanacheRepositoryBase<WorkstreamRow, UUID> {

  /** The workstreams that have taken up any of these addresses. */
  public Uni<List<WorkstreamRow>> takingUp(Collection<UUID> channelAddressIds) {
    return channelAddressIds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list(
            "from WorkstreamRow w where exists"
                + " (select 1 from w.instances i where i.channelAddressId in ?1) order by w.name",
            channelAddressIds);
  }
}
