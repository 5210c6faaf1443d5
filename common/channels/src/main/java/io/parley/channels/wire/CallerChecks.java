package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What shows who calls where a provider signs nothing. */
public final class CallerChecks {

  private static final String AUTHORIZATION = "Authorization";
  private static final String CHALLENGE = "Basic realm=\"Parley\", charset=\"UTF-8\"";

  private CallerChecks() {}

  /** Whether both texts are the same; takes the same time whatever differs. */
  public static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  /**
   * Whether a call carries one of these credentials by HTTP's Basic scheme. Each one is compared,
   * whichever fits.
   *
   * @param accepted none accepts nobody
   */
  public static Optional<Reception.Refusal> credentials(
      WebhookRequest request, List<BasicCredentials> accepted) {
    Optional<BasicCredentials> given =
        request.header(AUTHORIZATION).flatMap(BasicCredentials::parse);
    if (given.isEmpty()) {
      return Optional.of(
          new Reception.NotAuthentic("the call has no user and password", CHALLENGE)
              .because(AUTHORIZATION));
    }
    boolean matches = false;
    for (BasicCredentials credentials : accepted) {
      matches |= credentials.matches(given.get());
    }
    return matches
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic(
                    "user and password of the call are not the ones of the account", CHALLENGE)
                .because(AUTHORIZATION));
  }

  /**
   * Whether a call carries the account's credentials by HTTP's Basic scheme. Without a user or
   * without any password nobody is accepted.
   *
   * @param user name of the setting
   * @param passwords names of the secrets, of which any may be missing
   */
  public static Optional<Reception.Refusal> credentials(
      WebhookRequest request, OpenAccount account, String user, String... passwords) {
    List<BasicCredentials> accepted =
        account.optionalSetting(user).stream()
            .flatMap(
                name ->
                    Stream.of(passwords)
                        .flatMap(password -> account.optionalSecret(password).stream())
                        .filter(password -> !password.isEmpty())
                        .map(password -> new BasicCredentials(name, password)))
            .toList();
    return credentials(request, accepted);
  }

  /**
   * Whether a call comes from one of the addresses.
   *
   * @param list as {@link CallerList} reads it; one that cannot be read accepts nobody
   */
  public static Optional<Reception.Refusal> address(WebhookRequest request, String list) {
    return CallerList.parse(list).filter(from -> from.contains(request.caller())).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Reception.NotAuthentic("the caller's address is not in the account's list"));
  }
}
