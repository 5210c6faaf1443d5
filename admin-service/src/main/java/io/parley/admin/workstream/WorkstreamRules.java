package io.parley.admin.workstream;

import io.parley.admin.address.ChannelAddressRow;
import io.parley.admin.address.ChannelAddresses;
import io.parley.admin.configuration.Dependant;
import io.parley.admin.configuration.ObjectRules;
import io.parley.admin.queue.Queues;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.Workstream;
import io.parley.events.configuration.Workstream.ChannelInstance;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of workstreams (domain/workstreams-and-routing.md §1). */
@ApplicationScoped
class WorkstreamRules implements ObjectRules<WorkstreamInput, WorkstreamRow> {

  private final Workstreams workstreams;
  private final ChannelAddresses addresses;
  private final Queues queues;

  WorkstreamRules(Workstreams workstreams, ChannelAddresses addresses, Queues queues) {
    this.workstreams = workstreams;
    this.addresses = addresses;
    this.queues = queues;
  }

  @Override
  public ConfigurationObject.Kind kind() {
    return ConfigurationObject.Kind.WORKSTREAM;
  }

  @Override
  public Workstreams repository() {
    return workstreams;
  }

  @Override
  public String entityName() {
    return "WorkstreamRow";
  }

  @Override
  public WorkstreamRow emptyRow() {
    return new WorkstreamRow();
  }

  @Override
  public Uni<Void> check(
      WorkstreamInput input, UUID id, @Nullable WorkstreamRow present, Findings findings) {
    requireWholeSeconds("/autoCloseAfterInactivity", input.autoCloseAfterInactivity(), findings);
    requireWholeSeconds("/offerTimeout", input.offerTimeout(), findings);
    if (present != null && present.channel() != input.channel()) {
      findings.add("/channel", "cannot be changed: create another workstream");
    }
    return queues
        .findById(input.fallbackQueueId())
        .invoke(
            queue -> {
              if (queue == null) {
                findings.add("/fallbackQueueId", "there is no queue with this id");
              }
            })
        .chain(() -> addresses.withIds(addressIds(input)))
        .invoke(found -> requireAddresses(input, found, findings))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> checkUnique(WorkstreamInput input, UUID id) {
    return ObjectRules.super
        .checkUnique(input, id)
        .chain(() -> workstreams.takingUp(addressIds(input)))
        .invoke(takers -> requireNoneButSelf(input, id, takers))
        .replaceWithVoid();
  }

  @Override
  public void apply(WorkstreamInput input, WorkstreamRow row, Instant now) {
    row.set(input);
  }

  @Override
  public Object described(WorkstreamRow row) {
    return WorkstreamView.of(row);
  }

  @Override
  public ConfigurationObject published(WorkstreamRow row) {
    return new Workstream(
        row.id(),
        row.name(),
        row.channel(),
        row.channelInstances(),
        row.fallbackQueueId(),
        row.allowedPresences(),
        row.capacityUnits(),
        row.autoCloseAfterInactivity(),
        row.offerTimeout());
  }

  @Override
  public Uni<List<Dependant>> dependants(UUID id) {
    return Uni.createFrom().item(List.of());
  }

  private static void requireWholeSeconds(String pointer, Duration duration, Findings findings) {
    if (duration.getNano() != 0) {
      findings.add(pointer, "must be whole seconds");
    }
  }

  private static Set<UUID> addressIds(WorkstreamInput input) {
    Set<UUID> ids = new HashSet<>();
    input.channelInstances().forEach(instance -> ids.add(instance.channelAddressId()));
    return ids;
  }

  private static void requireAddresses(
      WorkstreamInput input, List<ChannelAddressRow> found, Findings findings) {
    Map<UUID, ChannelAddressRow> byId = new HashMap<>();
    found.forEach(address -> byId.put(address.id(), address));
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < input.channelInstances().size(); i++) {
      UUID id = input.channelInstances().get(i).channelAddressId();
      ChannelAddressRow address = byId.get(id);
      if (address == null) {
        findings.add(pointer(i), "there is no channel address with this id");
      } else if (address.channel() != input.channel()) {
        findings.add(pointer(i), "must be an address for " + input.channel());
      } else if (address.type() == SenderType.ALPHANUMERIC) {
        findings.add(
            pointer(i),
            "must be an address that customers can write to: customers cannot answer a sender name,"
                + " so it is of no use for conversations");
      } else if (!seen.add(id)) {
        findings.add(pointer(i), "stands in the list twice");
      }
    }
  }

  private static void requireNoneButSelf(
      WorkstreamInput input, UUID id, List<WorkstreamRow> takers) {
    Findings findings = Findings.none();
    for (WorkstreamRow taker : takers) {
      if (taker.id().equals(id)) {
        continue;
      }
      List<UUID> taken =
          taker.channelInstances().stream().map(ChannelInstance::channelAddressId).toList();
      for (int i = 0; i < input.channelInstances().size(); i++) {
        if (taken.contains(input.channelInstances().get(i).channelAddressId())) {
          findings.add(pointer(i), "is taken up by the workstream " + taker.name());
        }
      }
    }
    findings.refuseAs(ProblemType.IN_USE);
  }

  private static String pointer(int index) {
    return "/channelInstances/" + index + "/channelAddressId";
  }
}
