package io.parley.admin.address;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All channel addresses. */
@ApplicationScoped
public class ChannelAddresses implements PanacheRepositoryBase<ChannelAddressRow, UUID> {

  /** Those of these addresses that exist. */
  public Uni<List<ChannelAddressRow>> withIds(Collection<UUID> ids) {
    return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
  }

  /** Those of an account. */
  public Uni<List<ChannelAddressRow>> ofAccount(UUID accountId) {
    return list("accountId = ?1 order by name, id", accountId);
  }
}
