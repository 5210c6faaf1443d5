package io.parley.admin.hook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The webhook URLs of an account.
 *
 * @param hooks one for each purpose that the provider distinguishes
 * @param otherPaths calls to paths below the account's URL that the provider was not given
 */
@Schema(name = "Hooks")
record HooksView(List<HookView> hooks, OtherPaths otherPaths) {

  HooksView {
    hooks = List.copyOf(hooks);
  }

  /**
   * Calls that came to no path of ours.
   *
   * @param lastAccepted the last one that was authentic all the same, and was taken
   * @param lastRefused the last one that was refused
   */
  @Schema(name = "OtherPaths")
  record OtherPaths(@Nullable AcceptedCall lastAccepted, @Nullable RefusedCall lastRefused) {

    static OtherPaths of(Sightings.Calls calls) {
      return new OtherPaths(
          calls.accepted().map(AcceptedCall::of).orElse(null),
          calls.refused().map(RefusedCall::of).orElse(null));
    }
  }
}
