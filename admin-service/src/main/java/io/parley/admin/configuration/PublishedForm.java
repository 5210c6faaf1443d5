package io.parley.admin.configuration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Publishes everything again when objects were last published in an earlier form, so that services
 * of this version need not understand that one.
 */
@ApplicationScoped
class PublishedForm {

  private static final Logger LOG = Logger.getLogger(PublishedForm.class);

  /** Raise it when published records change in a way that readers of this version rely on. */
  private static final int PRESENT = 1;

  private final ConfigurationStore store;

  PublishedForm(ConfigurationStore store) {
    this.store = store;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    int published = VertxContextSupport.subscribeAndAwait(() -> store.publishAs(PRESENT));
    if (published > 0) {
      LOG.infof("The configuration was published again. objects=%d form=%d", published, PRESENT);
    }
  }
}
