package io.parley.routing.journey;

import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.Presence;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.Queue.AssignmentMethod;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.events.configuration.Workstream;
import io.parley.testing.ConfigurationTopic;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;

/**
 * One address, one workstream, one queue and its agents, unlike those of every other test, and in
 * force. One agent with room for two conversations, unless a test wants something else.
 */
public final class Organisation {

  static {
    // Tests share two cores with their servers.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
  }

  /** What the address is called. */
  public static final String CHANNEL_NAME = "Customer care";

  private final UUID accountId = UUID.randomUUID();
  private final UUID channelAddressId = UUID.randomUUID();
  private final UUID channelInstanceId = UUID.randomUUID();
  private final UUID queueId = UUID.randomUUID();
  private final UUID workstreamId = UUID.randomUUID();
  private final List<Agent> agents;
  private final Builder builder;

  private Organisation(Builder builder) {
    List<User> users =
        builder.capacities.stream()
            .map(capacity -> user(UUID.randomUUID(), capacity, true))
            .toList();
    agents = users.stream().map(user -> new Agent(this, user.id())).toList();
    users.forEach(ConfigurationTopic::publish);
    ConfigurationTopic.publish(
        queue(queueId, users.stream().map(User::id).collect(Collectors.toSet())));
    this.builder = builder;
    if (builder.provider != null) {
      ConfigurationTopic.publish(
          new Account(
              accountId,
              "Account " + accountId,
              builder.provider,
              builder.channel,
              accountId.toString(),
              Map.of(),
              Map.of()));
    }
    ConfigurationTopic.publish(
        new ChannelAddress(
            channelAddressId,
            accountId,
            builder.channel,
            "+15550100",
            CHANNEL_NAME,
            SenderType.LONG_CODE));
    publish(workstream(queueId, builder.inactivity));
    awaitInForce(
        ConfigurationTopic.publish(
            new ChannelInstance(
                channelInstanceId,
                "Instance " + workstreamId,
                workstreamId,
                channelAddressId,
                "en",
                true,
                true)));
    agents.forEach(Agent::awaitKnown);
  }

  /** With one agent, who has room for two conversations. */
  public static Organisation standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  static User user(UUID id, int capacity, boolean enabled) {
    return new User(id, "Agent " + id, id + "@example.org", Set.of(Role.AGENT), capacity, enabled);
  }

  private Workstream workstream(UUID fallbackQueueId, Duration inactivity) {
    return new Workstream(
        workstreamId,
        "Texts " + workstreamId,
        builder.channel,
        fallbackQueueId,
        Set.of(Presence.AVAILABLE, Presence.BUSY),
        builder.units,
        inactivity,
        builder.offerTimeout);
  }

  /** An administrator changes how long a waiting conversation is kept. */
  public void keepsWaitingConversationsFor(Duration inactivity) {
    publish(workstream(queueId, inactivity));
  }

  /**
   * An administrator makes another queue of the same agents and deletes the first.
   *
   * @return the other queue
   */
  public UUID replacesItsQueue() {
    UUID other = UUID.randomUUID();
    ConfigurationTopic.publish(
        queue(other, agents.stream().map(Agent::id).collect(Collectors.toSet())));
    publish(workstream(other, builder.inactivity));
    awaitInForce(ConfigurationTopic.delete(ConfigurationObject.Kind.QUEUE, queueId));
    return other;
  }

  /** An administrator deletes the channel instance, and then its address. */
  public void deletesItsChannel() {
    awaitInForce(
        ConfigurationTopic.delete(ConfigurationObject.Kind.CHANNEL_INSTANCE, channelInstanceId));
    awaitInForce(
        ConfigurationTopic.delete(ConfigurationObject.Kind.CHANNEL_ADDRESS, channelAddressId));
  }

  private static Queue queue(UUID queueId, Set<UUID> members) {
    return new Queue(
        queueId, "Queue " + queueId, 1, AssignmentMethod.HIGHEST_CAPACITY, List.copyOf(members));
  }

  private static void publish(Workstream workstream) {
    awaitInForce(ConfigurationTopic.publish(workstream));
  }

  /** Waits until the service has read this version. */
  public static void awaitInForce(long version) {
    await()
        .untilAsserted(
            () ->
                RestAssured.get("/q/health/ready")
                    .then()
                    .body(
                        "checks.find { it.name == 'configuration' }.data.version",
                        Matchers.greaterThanOrEqualTo((int) version)));
  }

  public Channel channel() {
    return builder.channel;
  }

  /** Name of the provider. */
  public String provider() {
    return builder.provider == null ? "twilio" : builder.provider;
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID channelAddressId() {
    return channelAddressId;
  }

  public UUID queueId() {
    return queueId;
  }

  public UUID workstreamId() {
    return workstreamId;
  }

  public List<Agent> agents() {
    return agents;
  }

  /** The first agent. */
  public Agent agent() {
    return agents.get(0);
  }

  /** Somebody who has not written before. */
  public Customer customer() {
    return new Customer(this);
  }

  /** What makes this organisation different. */
  public static final class Builder {

    private List<Integer> capacities = List.of(2);
    private int units = 1;
    private Duration inactivity = Duration.ofDays(28);
    private Duration offerTimeout = Duration.ofMinutes(2);
    private Channel channel = Channel.SMS;
    private @Nullable String provider;

    /** One agent for each capacity. */
    public Builder agents(Integer... capacity) {
      capacities = List.of(capacity);
      return this;
    }

    /** What one conversation costs. */
    public Builder units(int cost) {
      units = cost;
      return this;
    }

    /** How long a waiting conversation is kept. */
    public Builder inactivity(Duration duration) {
      inactivity = duration;
      return this;
    }

    /** How long an agent has to accept. */
    public Builder offerTimeout(Duration duration) {
      offerTimeout = duration;
      return this;
    }

    /** With an account of this provider for this channel. */
    public Builder account(String name, Channel served) {
      provider = name;
      channel = served;
      return this;
    }

    public Organisation build() {
      return new Organisation(this);
    }
  }
}
