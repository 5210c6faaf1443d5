package io.parley.admin;

import io.parley.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real servers, a place where tests can put a provider, and limits short enough for tests. The
 * custom provider stays where its accounts say.
 */
public final class AdminServers implements QuarkusTestResourceLifecycleManager {

  private final ServersResource servers = new ServersResource();

  @Override
  public void init(Map<String, String> arguments) {
    servers.init(Map.of("schema", "admin", "owner", "separate"));
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(servers.start());
    String place = "http://localhost:" + free();
    for (String provider :
        List.of("twilio", "telesign", "infobip", "azure", "link-mobility", "vibes", "google")) {
      settings.put("parley.providers." + provider + ".base-url", place);
    }
    settings.put("parley.provider-calls.connect-timeout", "PT2S");
    settings.put("parley.provider-calls.read-timeout", "PT2S");
    settings.put("parley.admin.dead-letters.window", "3");
    settings.put("parley.admin.grace-periods.every", "PT1S");
    settings.put("parley.admin.reencryption.every", "PT1S");
    return settings;
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    servers.stop();
  }
}
