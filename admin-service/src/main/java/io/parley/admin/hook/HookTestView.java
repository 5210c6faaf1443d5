package io.parley.admin.hook;

import io.parley.channels.CallbackUse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A test of a webhook URL: somebody waits for a call from outside.
 *
 * @param purpose what the provider uses the URL for
 * @param url the URL
 * @param listeningSince calls from then on count
 * @param arrived whether a call has arrived since then that was authentic
 * @param verdict the same, and whether a call was refused
 * @param advice what to do, in words
 * @param accepted the last call since then that was accepted
 * @param refused the last call since then that was refused
 */
@Schema(name = "HookTest")
record HookTestView(
    CallbackUse.Purpose purpose,
    String url,
    Instant listeningSince,
    boolean arrived,
    HookVerdict verdict,
    String advice,
    @Nullable AcceptedCall accepted,
    @Nullable RefusedCall refused) {

  static HookTestView of(Hook hook, Instant since) {
    HookVerdict verdict = HookVerdict.since(since, hook.calls());
    return new HookTestView(
        hook.use().purpose(),
        hook.url(),
        since,
        verdict == HookVerdict.ARRIVED,
        verdict,
        Advice.of(hook, verdict),
        hook.calls()
            .accepted()
            .filter(call -> !call.at().isBefore(since))
            .map(AcceptedCall::of)
            .orElse(null),
        hook.calls()
            .refused()
            .filter(call -> !call.at().isBefore(since))
            .map(RefusedCall::of)
            .orElse(null));
  }
}
