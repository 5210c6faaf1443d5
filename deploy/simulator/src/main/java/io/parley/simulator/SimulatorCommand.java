package io.parley.simulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: starts a simulator and runs until it is stopped. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description =
        "Stands in for messaging providers: their APIs, signed callbacks, inbound messages, faults.")
final class SimulatorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      defaultValue = "8090",
      description = "Port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--keep-requests",
      defaultValue = "2000",
      description = "Requests and webhooks to remember, each. Default: ${DEFAULT-VALUE}.")
  private int keepRequests;

  @Option(
      names = "--keep-messages",
      defaultValue = "10000",
      description = "Messages to remember. Default: ${DEFAULT-VALUE}.")
  private int keepMessages;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Simulator simulator =
          Simulator.start(new SimulatorOptions(host, port, keepRequests, keepMessages));
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
      out.println("simulator ready on " + simulator.baseUrl());
      out.flush();
      new CountDownLatch(1).await();
      return 0;
    } catch (UncheckedIOException e) {
      return refused("port " + port + " cannot be used, " + e.getMessage(), 1);
    } catch (IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()), 2);
    }
  }

  private int refused(String reason, int exitCode) {
    spec.commandLine().getErr().println("simulator not started: " + reason);
    return exitCode;
  }
}
