package io.parley.local;

import io.parley.local.Settings.Part;
import io.parley.testing.server.FreePort;
import io.parley.testing.server.KafkaServer;
import io.parley.testing.server.PostgresServer;
import io.parley.testing.server.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one whole stack with the demo organisation, started once for all of them and stopped
 * after the last.
 */
final class RunningStack implements ParameterResolver, BeforeEachCallback {

  /** Enough for the load that the tests make. */
  static final int AGENTS = 8;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SystemUnderTest.class;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    system(context).clear();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return system(context);
  }

  private static SystemUnderTest system(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(SystemUnderTest.class, type -> start(Map.of()), SystemUnderTest.class);
  }

  /** A stack of its own, whose services have these properties besides the usual ones. */
  static SystemUnderTest start(Map<String, String> properties) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, FreePort.find());
    }
    Settings settings = new Settings(checkout(), home(), ports, Optional.empty(), Optional.empty());
    TestServers servers = TestServers.choose();
    KafkaServer kafka = servers.kafka();
    kafka.start();
    PostgresServer postgres = servers.postgres();
    Stack stack = new Stack(settings, Credentials.in(settings.home()), postgres, kafka, properties);
    Organisation organisation = new Organisation(stack, AGENTS);
    SystemUnderTest system = new SystemUnderTest(stack, organisation);
    try {
      stack.start(new Progress(System.out, false));
      organisation.setUp();
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private static Path home() {
    try {
      return Files.createTempDirectory("parley-system");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in the folder of their module. */
  private static Path checkout() {
    return Path.of("").toAbsolutePath().resolve("../..").normalize();
  }
}
