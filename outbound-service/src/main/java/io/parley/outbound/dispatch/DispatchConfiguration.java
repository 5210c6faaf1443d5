package io.parley.outbound.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How messages are sent. One message of a conversation is sent at a time. When one has finally
 * failed, was refused or is unknown, the later ones of its conversation go on; they do not wait for
 * somebody to decide.
 */
@ConfigMapping(prefix = "parley.outbound.dispatch")
public interface DispatchConfiguration {

  /** Calls under way at a time in this instance. */
  @WithDefault("64")
  int concurrency();

  /**
   * Calls under way at a time in this instance through one account. Below the concurrency, so that
   * an account whose provider hangs leaves room for the others.
   */
  @WithDefault("16")
  int concurrencyPerAccount();

  /**
   * How often due lines are looked for when nothing has said that there are any: after a restart,
   * and for messages that wait for their next attempt.
   */
  @WithDefault("PT0.25S")
  Duration poll();

  /**
   * How long an instance may take for a call and for recording its outcome. Afterwards any instance
   * takes it that the call was lost, and looks it up. Well above the limits of a call: a call that
   * could outlive the lease is not begun, so the difference is what committing the attempt may
   * take.
   */
  @WithDefault("PT40S")
  Duration lease();

  /** Repeating what the provider certainly did not take. */
  Retry retry();

  /** Finding out what became of a call without an answer. */
  LookUp lookUp();

  /** Repeating what the provider certainly did not take. */
  interface Retry {

    /** Before the second attempt, at most; doubled before each further one. */
    @WithDefault("PT0.2S")
    Duration firstDelay();

    /** The delay never grows beyond this. */
    @WithDefault("PT1M")
    Duration longestDelay();

    /** After so many attempts a message has failed. */
    @WithDefault("40")
    int attempts();

    /** No attempt is made later than this after the reply was taken in. */
    @WithDefault("PT1H")
    Duration longestAge();
  }

  /** Finding out what became of a call without an answer. */
  interface LookUp {

    /**
     * After the provider answered with an error that leaves the outcome open: how long its query is
     * not believed when it does not find the message.
     */
    @WithDefault("PT5S")
    Duration settleAfterAnswer();

    /**
     * After a call without any answer: how long the provider's query is not believed when it does
     * not find the message, because the request may still be on its way.
     */
    @WithDefault("PT30S")
    Duration settleAfterSilence();

    /** Before the second question, at most; doubled before each further one. */
    @WithDefault("PT1S")
    Duration firstDelay();

    /** The delay never grows beyond this. */
    @WithDefault("PT1M")
    Duration longestDelay();

    /** When it is not found out by then, the outcome is unknown. Counts from the doubtful call. */
    @WithDefault("PT1H")
    Duration longestAge();
  }
}
