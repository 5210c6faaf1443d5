package io.parley.admin.account;

import io.parley.channels.CheckResult;
import io.parley.events.configuration.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;

/** What checking an account at its provider came to, and when, as a row. */
@Entity
@Table(name = "account_check")
public class LastCheck {

  private static final int LONGEST_EXPLANATION = 2_000;

  @Id private UUID accountId;
  private String credentials;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private CheckResult.Verdict verdict;

  private String explanation;
  private Instant checkedAt;
  private long durationMs;

  /** For Hibernate. */
  LastCheck() {}

  /**
   * Something was found.
   *
   * @param account as it was checked
   * @param checkedAt when the check began
   */
  public LastCheck(Account account, CheckResult result, Instant checkedAt, Duration duration) {
    this.accountId = account.id();
    this.credentials = credentials(account);
    this.verdict = result.verdict();
    this.explanation =
        result
            .explanation()
            .substring(0, Math.min(LONGEST_EXPLANATION, result.explanation().length()));
    this.checkedAt = checkedAt;
    this.durationMs = duration.toMillis();
  }

  UUID accountId() {
    return accountId;
  }

  /** Whether these very settings and secrets were checked. */
  boolean isOf(Account account) {
    return credentials.equals(credentials(account));
  }

  /** The check as callers see it. */
  public CheckView view() {
    return new CheckView(verdict, explanation, checkedAt, durationMs);
  }

  private static String credentials(Account account) {
    String all = new TreeMap<>(account.settings()) + "\n" + new TreeMap<>(account.secrets());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
