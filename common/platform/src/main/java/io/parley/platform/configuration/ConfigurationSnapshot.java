package io.parley.platform.configuration;

import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User;
import io.parley.events.configuration.Workstream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole configuration at one version. Immutable: whoever decides something takes one snapshot
 * and uses only that.
 *
 * @param version the newest change that is in it; 0 for none
 * @param objects every object by id
 */
public record ConfigurationSnapshot(long version, Map<UUID, ConfigurationObject> objects) {

  /** Nothing is configured. */
  public static final ConfigurationSnapshot EMPTY = new ConfigurationSnapshot(0, Map.of());

  public ConfigurationSnapshot {
    objects = Map.copyOf(objects);
  }

  /** All objects of one kind. */
  public <T extends ConfigurationObject> java.util.List<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <T extends ConfigurationObject> Optional<T> find(Class<T> type, UUID id) {
    return Optional.ofNullable(objects.get(id)).filter(type::isInstance).map(type::cast);
  }

  /** The account with this id. */
  public Optional<Account> account(UUID id) {
    return find(Account.class, id);
  }

  /** The channel address with this id. */
  public Optional<ChannelAddress> channelAddress(UUID id) {
    return find(ChannelAddress.class, id);
  }

  /** The workstream with this id. */
  public Optional<Workstream> workstream(UUID id) {
    return find(Workstream.class, id);
  }

  /** The queue with this id. */
  public Optional<Queue> queue(UUID id) {
    return find(Queue.class, id);
  }

  /** The user with this id. */
  public Optional<User> user(UUID id) {
    return find(User.class, id);
  }
}
