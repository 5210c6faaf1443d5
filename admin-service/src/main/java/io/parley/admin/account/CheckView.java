package io.parley.admin.account;

import io.parley.channels.CheckResult;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What checking an account at its provider came to. Nothing was sent to anybody.
 *
 * @param verdict the kind of result
 * @param explanation what was found, and what to do about it
 * @param checkedAt when the check began
 * @param durationMs how long it took, in milliseconds
 */
@Schema(name = "AccountCheck")
public record CheckView(
    CheckResult.Verdict verdict, String explanation, Instant checkedAt, long durationMs) {}
