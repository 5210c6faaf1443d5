package io.parley.admin.identity;

import io.parley.admin.user.Users;
import io.parley.events.configuration.User;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Creates the first administrator when there is no user at all. */
@ApplicationScoped
class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

  /** The same for all instances, so that those that start at once create one administrator. */
  private static final String KEY = "first-administrator";

  private static final String NAME = "Administrator";

  private final BootstrapConfiguration configuration;
  private final Users users;

  FirstAdministrator(BootstrapConfiguration configuration, Users users) {
    this.configuration = configuration;
    this.users = users;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    long present = VertxContextSupport.subscribeAndAwait(users::count);
    if (present > 0) {
      return;
    }
    if (configuration.email().isEmpty() || configuration.password().isEmpty()) {
      LOG.warn(
          "Nobody can sign in: there is no user. Set parley.admin.bootstrap.email and"
              + " parley.admin.bootstrap.password (PARLEY_ADMIN_BOOTSTRAP_EMAIL,"
              + " PARLEY_ADMIN_BOOTSTRAP_PASSWORD) and start again.");
      return;
    }
    create();
  }

  private void create() throws Throwable {
    try {
      User user = VertxContextSupport.subscribeAndAwait(this::creation);
      LOG.infof("The first administrator can sign in. userId=%s", user.id());
    } catch (ProblemException e) {
      if (!e.problem().type().equals(ProblemType.ALREADY_EXISTS.uri())) {
        throw new IllegalStateException(
            "parley.admin.bootstrap names no possible administrator: " + e.getMessage());
      }
      LOG.info("Another instance has created the first administrator.");
    }
  }

  private Uni<User> creation() {
    return users.createAdministrator(
        NAME,
        configuration.email().orElseThrow(),
        configuration.password().orElseThrow(),
        KEY);
  }
}
