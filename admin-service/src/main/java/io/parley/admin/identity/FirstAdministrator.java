package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.platform.identity.IdentityConfiguration;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Creates the first administrator when there is no user at all. */
@ApplicationScoped
class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

  /** The same for all instances, so that those that start at once create one administrator. */
  private static final String KEY = "first-administrator";

  private static final String NAME = "Administrator";
  private static final int BYTES = 18;

  private final BootstrapConfiguration configuration;
  private final IdentityConfiguration identity;
  private final SignInUsers users;
  private final OneTimePasswords oneTime;
  private final RandomGenerator random;

  FirstAdministrator(
      BootstrapConfiguration configuration,
      IdentityConfiguration identity,
      SignInUsers users,
      OneTimePasswords oneTime,
      RandomGenerator random) {
    this.configuration = configuration;
    this.identity = identity;
    this.users = users;
    this.oneTime = oneTime;
    this.random = random;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    start(System.out);
  }

  /** Does it, and prints a one-time password if it had to make one. */
  void start(PrintStream out) throws Throwable {
    if (VertxContextSupport.subscribeAndAwait(users::isAnybodyThere)) {
      return;
    }
    Optional<String> chosen = configuration.password();
    String password = chosen.orElseGet(this::fresh);
    boolean oneTimePassword = chosen.isEmpty() && identity.issuer().isEmpty();
    if (oneTimePassword) {
      // Before it counts: nobody could sign in if this instance died in between.
      print(password, out);
    }
    Optional<UUID> created = create(password);
    if (oneTimePassword && created.isPresent()) {
      markOneTime(created.get());
    } else if (oneTimePassword) {
      out.printf("  Another instance was faster: the password that it has printed counts.%n%n");
      out.flush();
    }
  }

  private Optional<UUID> create(String password) throws Throwable {
    try {
      UUID user =
          VertxContextSupport.subscribeAndAwait(
              () -> users.createAdministrator(NAME, configuration.email(), password, KEY));
      LOG.infof("The first administrator can sign in. userId=%s", user);
      return Optional.of(user);
    } catch (ProblemException e) {
      if (!e.problem().type().equals(ProblemType.ALREADY_EXISTS.uri())) {
        throw new IllegalStateException(
            "parley.admin.bootstrap names no possible administrator: " + e.getMessage());
      }
      LOG.info("Another instance has created the first administrator.");
      return Optional.empty();
    }
  }

  private void markOneTime(UUID user) throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () ->
            users
                .byId(user)
                .map(found -> found.flatMap(SignInUser::passwordHash).orElseThrow())
                .chain(hash -> oneTime.mark(user, hash)));
  }

  /** Not to the log, which is shipped and kept. */
  private void print(String password, PrintStream out) {
    out.printf(
        "%n  The first administrator signs in with e-mail %s and one-time password %s%n"
            + "  It is good only for setting another one, and is not shown again.%n%n",
        configuration.email(), password);
    out.flush();
  }

  private String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
