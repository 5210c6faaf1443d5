package io.parley.platform.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** Holds work back until the configuration has been read, so that nothing counts as unknown. */
@ApplicationScoped
public class ConfigurationGate {

  private final ConfigurationView view;
  private final CountDownLatch complete = new CountDownLatch(1);

  ConfigurationGate(ConfigurationView view) {
    this.view = view;
    view.onChange(snapshot -> complete.countDown());
  }

  /** The configuration in force; waits for it on the calling worker or virtual thread. */
  public ConfigurationSnapshot await() {
    try {
      if (!view.isComplete()) {
        complete.await();
      }
      return view.current();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: the service is stopping", e);
    }
  }
}
