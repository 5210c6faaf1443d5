package io.parley.channels.custom;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of whoever is connected. Settings that a newer version no longer takes lose nothing:
 * calls are then kept as not understood.
 */
final class CustomReceiver implements WebhookReceiver {

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    return Calls.of(new Settings(account.settings()), new Problems())
        .refusal(request, account, receivedAt);
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    Problems problems = new Problems();
    Calls calls = Calls.of(new Settings(account.settings()), problems);
    return problems
        .first()
        .<Reception>map(problem -> new Reception.NotUnderstood(problem, WebhookAnswer.OK))
        .orElseGet(() -> calls.read(request, account, receivedAt));
  }

  @Override
  public WebhookAnswer acknowledgement(WebhookRequest request, Map<String, String> settings) {
    return Calls.of(new Settings(settings), new Problems()).acknowledgement();
  }

  /** Without the token, where an account has it in the query. */
  @Override
  public @Nullable String keptQuery(@Nullable String rawQuery, OpenAccount account) {
    return rawQuery == null
        ? null
        : Calls.of(new Settings(account.settings()), new Problems()).withoutToken(rawQuery);
  }
}
