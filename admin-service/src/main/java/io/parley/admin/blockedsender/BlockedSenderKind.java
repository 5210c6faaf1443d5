package io.parley.admin.blockedsender;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ObjectKind;
import io.parley.events.configuration.BlockedSender;
import io.parley.events.configuration.ConfigurationObject.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules of blocked senders. Somebody is blocked once on a channel. */
@ApplicationScoped
class BlockedSenderKind implements ObjectKind<BlockedSender> {

  private static final String ADDRESS = "/address";

  @Override
  public Kind kind() {
    return Kind.BLOCKED_SENDER;
  }

  @Override
  public Class<BlockedSender> type() {
    return BlockedSender.class;
  }

  @Override
  public String name(BlockedSender definition) {
    return definition.address();
  }

  @Override
  public String key(BlockedSender definition) {
    return definition.channel() + " " + definition.address();
  }

  @Override
  public String keyPointer() {
    return ADDRESS;
  }

  @Override
  public BlockedSender check(BlockedSender given, Candidate<BlockedSender> candidate) {
    try {
      return new BlockedSender(
          given.id(),
          given.channel(),
          CustomerAddresses.canonical(given.channel(), given.address()),
          given.reason(),
          given.until());
    } catch (IllegalArgumentException e) {
      candidate.findings().add(ADDRESS, String.valueOf(e.getMessage()));
      return given;
    }
  }

  @Override
  public Access access() {
    return Access.SUPERVISORS_LOOK;
  }
}
