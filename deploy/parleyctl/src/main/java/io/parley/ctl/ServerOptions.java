package io.parley.ctl;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the server is and who is calling. A secret is never an argument: everybody sees those. */
final class ServerOptions {

  private static final String DEFAULT_SERVER = "http://localhost:8083";
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[::1]");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

  private final Surroundings surroundings;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "The admin service. Default: variable PARLEY_SERVER, else " + DEFAULT_SERVER + ".")
  private @Nullable String server;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Who signs in. Default: variable PARLEY_EMAIL.")
  private @Nullable String email;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Holds the password. Default: variable PARLEY_PASSWORD holds it itself.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Holds a token, in place of e-mail and password. Default: variable PARLEY_TOKEN holds it itself.")
  private @Nullable Path tokenFile;

  ServerOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * A server and the right to call it.
   *
   * @param token never to be printed
   */
  record Session(AdminApi api, String token) {

    /** Leaves the token out. */
    @Override
    public String toString() {
      return "Session[…]";
    }
  }

  /** Signs in, unless there is a token already. */
  Session session() {
    URI address = address();
    AdminApi api = new AdminApi(address.toString().replaceFirst("/+$", ""));
    if (tokenFile != null && (email != null || passwordFile != null)) {
      throw wrong("--token-file takes the place of --email and --password-file");
    }
    boolean asUser = email != null || passwordFile != null;
    Optional<String> token =
        tokenFile != null
            ? Optional.of(secret(tokenFile))
            : surroundings.variable("PARLEY_TOKEN").map(String::strip).filter(t -> !asUser);
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      throw wrong("the token has characters that no token has");
    }
    String user = token.isPresent() ? "" : user();
    String password = token.isPresent() ? "" : password();
    warnIfInTheClear(address);
    return new Session(api, token.orElseGet(() -> api.signIn(user, password)));
  }

  private URI address() {
    String text =
        server != null ? server : surroundings.variable("PARLEY_SERVER").orElse(DEFAULT_SERVER);
    try {
      URI address = new URI(text.strip());
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      if (web
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getQuery() == null
          && address.getFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // It is said below, without repeating a text that may hold a password.
    }
    throw wrong("the server's URL must look like https://host:port, without a user or a query");
  }

  private String user() {
    return Optional.ofNullable(email)
        .or(() -> surroundings.variable("PARLEY_EMAIL"))
        .orElseThrow(
            () ->
                wrong(
                    "nobody to sign in: give --email (PARLEY_EMAIL) and --password-file"
                        + " (PARLEY_PASSWORD), or --token-file (PARLEY_TOKEN)"));
  }

  private String password() {
    return passwordFile != null
        ? secret(passwordFile)
        : surroundings
            .variable("PARLEY_PASSWORD")
            .orElseThrow(() -> wrong("no password: give --password-file, or PARLEY_PASSWORD"));
  }

  private String secret(Path file) {
    try {
      String secret = Files.readString(file).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException e) {
      throw wrong("cannot read " + file);
    }
    throw wrong(file + " is empty");
  }

  private void warnIfInTheClear(URI address) {
    if ("http".equalsIgnoreCase(address.getScheme())
        && !LOOPBACK.matcher(address.getHost()).matches()) {
      surroundings
          .err()
          .println("parleyctl: warning: everything goes unencrypted to " + address.getHost());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
