package io.parley.outbound.journey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses ports for the simulator and for its callbacks, and short limits for the tests. */
public final class Ports implements QuarkusTestResourceLifecycleManager {

  private static final List<String> PROVIDERS =
      List.of(
          "twilio", "telesign", "infobip", "azure", "link-mobility", "vibes", "google", "custom");

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>();
    String simulator = "http://localhost:" + free();
    for (String provider : PROVIDERS) {
      settings.put("parley.providers." + provider + ".base-url", simulator);
    }
    settings.put("parley.files.folder", temporary());
    settings.put("parley.files.fetch.allowed-hosts", "localhost");
    settings.put("parley.files.fetch.plain-http", "true");
    settings.put("parley.files.fetch.time-limit", "PT2S");
    settings.put("parley.outbound.media.poll", "PT0.05S");
    settings.put("parley.outbound.media.lease", "PT4.5S");
    settings.put("parley.outbound.media.first-delay", "PT0.05S");
    settings.put("parley.outbound.media.longest-delay", "PT0.2S");
    settings.put("parley.outbound.media.attempts", "3");
    settings.put("parley.outbound.media.concurrency-per-account", "2");
    settings.put("parley.webhooks.public-url", "http://localhost:" + free());
    settings.put("parley.provider-calls.read-timeout", "PT1S");
    settings.put("parley.provider-calls.connect-timeout", "PT1S");
    settings.put("parley.provider-calls.longest-answer", "20000");
    settings.put("parley.outbound.dispatch.poll", "PT0.05S");
    settings.put("parley.outbound.dispatch.lease", "PT4S");
    settings.put("parley.outbound.dispatch.retry.first-delay", "PT0.05S");
    settings.put("parley.outbound.dispatch.retry.longest-delay", "PT0.2S");
    settings.put("parley.outbound.dispatch.retry.attempts", "6");
    settings.put("parley.outbound.dispatch.look-up.settle-after-answer", "PT0.3S");
    settings.put("parley.outbound.dispatch.look-up.settle-after-silence", "PT1.5S");
    settings.put("parley.outbound.dispatch.look-up.first-delay", "PT0.1S");
    settings.put("parley.outbound.dispatch.look-up.longest-age", "PT5S");
    return settings;
  }

  private static String temporary() {
    try {
      return Files.createTempDirectory("parley-files").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
