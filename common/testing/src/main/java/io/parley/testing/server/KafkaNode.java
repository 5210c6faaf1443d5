package io.parley.testing.server;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * One Kafka node, broker and controller in one, as a process of its own. Arguments: data folder,
 * broker port, controller port. It ends when its standard input ends, so that it does not outlive
 * the process that started it.
 */
public final class KafkaNode {

  private KafkaNode() {}

  /** Formats the data folder when it is new, then runs the broker. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path properties = writeProperties(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    if (!Files.exists(folder.resolve("log/meta.properties"))) {
      StorageTool.execute(
          new String[] {
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            properties.toString(),
            "--ignore-formatted"
          },
          System.out);
    }
    Thread.ofPlatform().daemon().name("parent-watch").start(KafkaNode::endWithParent);
    kafka.Kafka.main(new String[] {properties.toString()});
  }

  private static Path writeProperties(Path folder, int port, int controllerPort)
      throws IOException {
    Properties p = new Properties();
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("node.id", "1");
    p.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
    p.setProperty(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    p.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
    p.setProperty("controller.listener.names", "CONTROLLER");
    p.setProperty("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    p.setProperty("log.dirs", folder.resolve("log").toString());
    p.setProperty("auto.create.topics.enable", "false");
    p.setProperty("offsets.topic.num.partitions", "4");
    p.setProperty("offsets.topic.replication.factor", "1");
    p.setProperty("transaction.state.log.num.partitions", "1");
    p.setProperty("transaction.state.log.replication.factor", "1");
    p.setProperty("transaction.state.log.min.isr", "1");
    p.setProperty("share.coordinator.state.topic.replication.factor", "1");
    p.setProperty("share.coordinator.state.topic.min.isr", "1");
    p.setProperty("group.initial.rebalance.delay.ms", "0");
    // After a kill the controller takes this broker back only when its former life has expired.
    p.setProperty("broker.session.timeout.ms", "3000");
    p.setProperty("broker.heartbeat.interval.ms", "500");
    p.setProperty("num.network.threads", "2");
    p.setProperty("num.io.threads", "4");
    p.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
    p.setProperty("log.retention.hours", "168");
    Files.createDirectories(folder);
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      p.store(writer, null);
    }
    return file;
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Whatever comes in says only that the parent lives.
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    Runtime.getRuntime().exit(0);
  }
}
