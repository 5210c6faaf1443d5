package io.parley.admin.instance;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.Workstream;
import io.parley.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules of channel instances (domain/channels-and-accounts.md §1, §3). */
@ApplicationScoped
class ChannelInstanceKind implements ObjectKind<ChannelInstance> {

  private static final String ADDRESS = "/channelAddressId";
  private static final String FIXED = "cannot be changed: delete the instance and create another";

  @Override
  public Kind kind() {
    return Kind.CHANNEL_INSTANCE;
  }

  @Override
  public Class<ChannelInstance> type() {
    return ChannelInstance.class;
  }

  @Override
  public String name(ChannelInstance definition) {
    return definition.name();
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath("/workstreamId", Kind.WORKSTREAM),
        new ReferencePath(ADDRESS, Kind.CHANNEL_ADDRESS),
        new ReferencePath("/operatingHoursId", Kind.OPERATING_HOURS));
  }

  @Override
  public ChannelInstance check(ChannelInstance given, Candidate<ChannelInstance> candidate) {
    Findings findings = candidate.findings();
    Workstream workstream =
        candidate.all().definition(given.workstreamId(), Workstream.class).orElseThrow();
    ChannelAddress address =
        candidate.all().definition(given.channelAddressId(), ChannelAddress.class).orElseThrow();
    if (address.channel() != workstream.channel()) {
      findings.add(ADDRESS, "must be an address for " + workstream.channel());
    } else if (address.type() == SenderType.ALPHANUMERIC) {
      findings.add(
          ADDRESS,
          "must be an address that customers can write to: customers cannot answer a sender name,"
              + " so it is of no use for conversations");
    }
    candidate
        .before()
        .map(Entry::definition)
        .ifPresent(before -> requireSamePlaces(before, given, findings));
    candidate.all().referrers(given.channelAddressId()).stream()
        .filter(other -> other.kind() == Kind.CHANNEL_INSTANCE && !other.id().equals(given.id()))
        .forEach(
            other ->
                findings.add(
                    ProblemType.IN_USE,
                    ADDRESS,
                    "is taken up by the channel instance " + other.name()));
    return InstanceTexts.checked(given, findings);
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK;
  }

  private static void requireSamePlaces(
      ChannelInstance before, ChannelInstance given, Findings findings) {
    if (!before.workstreamId().equals(given.workstreamId())) {
      findings.add("/workstreamId", FIXED);
    }
    if (!before.channelAddressId().equals(given.channelAddressId())) {
      findings.add(ADDRESS, FIXED);
    }
  }
}
