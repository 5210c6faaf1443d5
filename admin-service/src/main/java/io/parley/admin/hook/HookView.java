package io.parley.admin.hook;

import io.parley.channels.CallbackUse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook URL and what has come there.
 *
 * @param purpose what the provider uses it for
 * @param method HTTP method to choose at the provider
 * @param url the URL
 * @param where where it is to be pasted, in the provider's words
 * @param verdict what the last call says
 * @param advice what to do, in words
 * @param lastAccepted the last call that was accepted
 * @param lastRefused the last call that was refused
 */
@Schema(name = "Hook")
record HookView(
    CallbackUse.Purpose purpose,
    String method,
    String url,
    String where,
    HookVerdict verdict,
    String advice,
    @Nullable AcceptedCall lastAccepted,
    @Nullable RefusedCall lastRefused) {

  static HookView of(Hook hook) {
    HookVerdict verdict = HookVerdict.of(hook.calls());
    return new HookView(
        hook.use().purpose(),
        hook.use().method(),
        hook.url(),
        hook.use().where(),
        verdict,
        Advice.of(hook, verdict),
        hook.calls().accepted().map(AcceptedCall::of).orElse(null),
        hook.calls().refused().map(RefusedCall::of).orElse(null));
  }
}
