package io.parley.simulator;

import io.parley.simulator.http.Fields;
import java.net.InetSocketAddress;

/**
 * How to start a simulator.
 *
 * @param host address to listen on
 * @param port 0 for any free port
 * @param keepRequests requests and webhooks that are remembered, each
 * @param keepMessages messages that are remembered; when there are more the oldest are forgotten
 */
public record SimulatorOptions(String host, int port, int keepRequests, int keepMessages) {

  public SimulatorOptions {
    Fields.between(port, 0, 65_535, "port");
    Fields.between(keepRequests, 1, 1_000_000, "keepRequests");
    Fields.between(keepMessages, 1, 1_000_000, "keepMessages");
  }

  /** On the loopback address; 2,000 requests and 10,000 messages are remembered. */
  public static SimulatorOptions port(int port) {
    return new SimulatorOptions("127.0.0.1", port, 2_000, 10_000);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }
}
