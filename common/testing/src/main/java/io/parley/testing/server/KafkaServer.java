package io.parley.testing.server;

/** A real Kafka broker that can be stopped and started again with its data and address kept. */
public interface KafkaServer extends AutoCloseable {

  /** Where clients connect; the same after a restart. */
  String bootstrapServers();

  /** Starts it, first time or again, and returns when it answers. */
  void start();

  /** Kills it at once, as a crash would. Its data stay. */
  void stop();

  /** Ends it for good. */
  @Override
  void close();
}
