package io.parley.events;

/**
 * Every Kafka topic of Parley, with the number of partitions that it is created with. Order is per
 * key within a partition, so the number is never changed on a live topic (design/architecture.md
 * §2).
 */
public enum Topic {
  /** What customers wrote. Key: channel address id and customer address. */
  MESSAGES_RECEIVED("parley.messages.received", 8, false),
  /**
   * What providers reported about messages of ours. Key: account id and the provider's message id.
   */
  MESSAGES_RECEIPTS("parley.messages.receipts", 8, false),
  /** What outbound is to do: replies to send, attachments to fetch again. Key: conversation id. */
  REPLIES("parley.replies", 8, false),
  /** What became of each reply. Key: conversation id. */
  DELIVERIES("parley.deliveries", 8, false),
  /** What became of attachments that customers sent. Key: media id. */
  MEDIA("parley.media", 8, false),
  /** Calls of providers that are to be read again. Key: account id. */
  WEBHOOKS_REPLAYED("parley.webhooks.replayed", 1, false),
  /**
   * The last calls at each webhook URL, compacted. Key: account id, purpose and outcome. For
   * administrators who set a provider up.
   */
  WEBHOOKS_OBSERVED("parley.webhooks.observed", 1, true),
  /** What was acknowledged and dropped, because what it belongs to was deleted. Key: account id. */
  MESSAGES_DROPPED("parley.messages.dropped", 1, false),
  /** The life of conversations. Key: conversation id. */
  CONVERSATIONS("parley.conversations", 8, false),
  /** Presence and capacity of agents. Key: agent id. */
  AGENTS("parley.agents", 4, false),
  /**
   * The configuration in force, compacted. Key: kind/id. One partition, so that all readers see one
   * order.
   */
  CONFIGURATION("parley.configuration", 1, true),
  /**
   * Which version of the configuration each instance of a service has in force, compacted. Key:
   * service/instance.
   */
  CONFIGURATION_APPLIED("parley.configuration.applied", 1, true);

  /** What the name of a dead-letter topic ends in. */
  public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

  private final String topicName;
  private final int partitions;
  private final boolean compacted;

  Topic(String topicName, int partitions, boolean compacted) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.compacted = compacted;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /**
   * Where records of this topic go that a consumer cannot handle. Key and partitions as the source.
   */
  public String deadLetterName() {
    return topicName + DEAD_LETTER_SUFFIX;
  }

  /** How many partitions the topic is created with. */
  public int partitions() {
    return partitions;
  }

  /** Whether only the last record of each key is kept. */
  public boolean compacted() {
    return compacted;
  }
}
