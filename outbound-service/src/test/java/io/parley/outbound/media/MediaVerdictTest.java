package io.parley.outbound.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.TraceParent;
import io.parley.platform.file.Refusal;
import io.parley.platform.file.RefusalReason;
import io.parley.platform.file.StoredFile;
import io.parley.platform.file.fetch.FetchResult;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MediaVerdictTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(3);

  /** The defaults, as the service has them. */
  private static final MediaConfiguration LIMITS =
      new SmallRyeConfigBuilder()
          .withMapping(MediaConfiguration.class)
          .build()
          .getConfigMapping(MediaConfiguration.class);

  private final MediaVerdict verdict = new MediaVerdict(LIMITS, new Random(1));

  private static CustomerMedia announced() {
    return CustomerMedia.announced(
        new MediaOrigin(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "+14255550100",
            "MM1",
            0,
            URI.create("https://files.example.org/1"),
            null,
            TraceParent.begin(new Random(1)),
            NOW));
  }

  private CustomerMedia fetching() {
    return verdict.due(announced(), NOW.plus(LEASE), NOW);
  }

  private static FetchResult stored(CustomerMedia media) {
    return new FetchResult.Stored(
        new StoredFile(media.id(), "a.png", "image/png", null, 7, "00", NOW));
  }

  private static FetchResult refused(RefusalReason reason) {
    return new FetchResult.Refused(new Refusal(reason, "Not taken."));
  }

  private static FetchResult failed() {
    return new FetchResult.Failed("Broke off.", true);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"TOO_LARGE", "BLOCKED_TYPE", "FORBIDDEN_ADDRESS"})
  void whatTheRulesForbidIsRefused(RefusalReason reason) {
    // Given
    CustomerMedia media = fetching();

    // When
    CustomerMedia after = verdict.after(media, 1, refused(reason), NOW);

    // Then
    assertThat(after.standing()).isEqualTo(new MediaStanding.Refused("Not taken."));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"NOT_FOUND", "ACCESS_DENIED"})
  void whatTheProviderMayStillGiveIsTriedAgain(RefusalReason reason) {
    // Given
    CustomerMedia media = fetching();

    // When
    CustomerMedia after = verdict.after(media, 1, refused(reason), NOW);

    // Then
    assertThat(after.standing()).isInstanceOf(MediaStanding.Waiting.class);
    assertThat(after.version()).isEqualTo(2);
  }

  @Test
  void whatTheProviderHasNoMoreIsUnavailableAtOnce() {
    // Given
    CustomerMedia media = fetching();

    // When
    CustomerMedia after = verdict.after(media, 1, refused(RefusalReason.GONE), NOW);

    // Then
    assertThat(after.standing()).isEqualTo(new MediaStanding.Unavailable("Not taken."));
  }

  @Test
  void attemptsAreBoundedAndCountedAnewWhenSomebodyAsks() {
    // Given
    CustomerMedia media = announced();
    while (media.standing() instanceof MediaStanding.Open) {
      media = verdict.due(media, NOW.plus(LEASE), NOW);
      media = verdict.after(media, media.attempts(), failed(), NOW);
    }

    // When
    CustomerMedia asked =
        media.begunAnew(((MediaStanding.Unavailable) media.standing()).askedFor(NOW), NOW);
    CustomerMedia again = verdict.due(asked, NOW.plus(LEASE), NOW);
    CustomerMedia after = verdict.after(again, again.attempts(), failed(), NOW);

    // Then
    assertThat(media.attempts()).isEqualTo(LIMITS.attempts());
    assertThat(media.standing())
        .isEqualTo(new MediaStanding.Unavailable("Broke off. It was given up after 12 attempts."));
    assertThat(after.standing()).isInstanceOf(MediaStanding.Waiting.class);
  }

  @Test
  void noAttemptIsMadeBeyondTheLongestAge() {
    // Given
    CustomerMedia media = fetching();

    // When
    CustomerMedia after = verdict.after(media, 1, failed(), NOW.plus(LIMITS.longestAge()));
    CustomerMedia later =
        verdict.after(media, 1, failed(), NOW.plus(LIMITS.longestAge()).plusMillis(1));

    // Then
    assertThat(after.standing()).isNotInstanceOf(MediaStanding.Fetching.class);
    assertThat(later.standing()).isInstanceOf(MediaStanding.Unavailable.class);
  }

  @Test
  void lateFailureChangesNothingAndLateFileWins() {
    // Given
    CustomerMedia second = verdict.due(fetching(), NOW.plus(LEASE), NOW);

    // When
    CustomerMedia afterFailure = verdict.after(second, 1, failed(), NOW);
    CustomerMedia afterFile = verdict.after(second, 1, stored(second), NOW);

    // Then
    assertThat(afterFailure).isEqualTo(second);
    assertThat(afterFile.standing()).isEqualTo(new MediaStanding.Stored("image/png", "a.png", 7));
  }

  @Test
  void storedFileStaysStored() {
    // Given
    CustomerMedia media = fetching();
    CustomerMedia stored = verdict.after(media, 1, stored(media), NOW);

    // When
    CustomerMedia again = verdict.after(stored, 1, stored(media), NOW.plusSeconds(1));

    // Then
    assertThat(again).isEqualTo(stored);
  }
}
