package io.parley.admin.audit;

import io.parley.platform.audit.Anchor;
import io.parley.platform.audit.ChainVerifier;
import io.parley.platform.audit.Verdict;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks the whole chain, and tells its newest hash to the log, where it is out of the database's
 * reach: the chain itself cannot show that its end was cut off.
 */
@ApplicationScoped
class Verification {

  private static final Logger LOG = Logger.getLogger(Verification.class);

  private final AuditReader reader;

  Verification(AuditReader reader) {
    this.reader = reader;
  }

  /**
   * What checking the audit came to.
   *
   * @param whole whether nothing was changed, removed or put in
   * @param lines how many lines were looked at, up to and with the broken one
   * @param anchor newest sound line and its hash, to be kept elsewhere and given next time
   * @param brokenLine number of the first line that is not as it must be
   * @param reason what is wrong with it
   */
  @Schema(name = "AuditVerification")
  record View(
      boolean whole,
      long lines,
      @Nullable String anchor,
      @Nullable Long brokenLine,
      @Nullable String reason) {

    static View of(Verdict verdict) {
      return new View(
          verdict.isWhole(),
          verdict.lines(),
          verdict.newest().map(Anchor::toString).orElse(null),
          verdict.broken().map(Verdict.Break::id).orElse(null),
          verdict.broken().map(Verdict.Break::reason).orElse(null));
    }
  }

  /** Reads the whole audit, a few lines at a time. */
  Uni<Verdict> verify(Optional<Anchor> anchor) {
    ChainVerifier verifier = new ChainVerifier(anchor);
    return reader
        .oldestFirst()
        .select()
        .first(verifier::accept)
        .onItem()
        .ignoreAsUni()
        .map(unused -> verifier.verdict())
        .invoke(Verification::tell);
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tellAnchor() {
    return reader
        .newest()
        .invoke(
            newest ->
                newest.ifPresent(
                    line ->
                        LOG.infof(
                            "Newest line of the audit. anchor=%s",
                            new Anchor(line.id(), line.hash()))))
        .replaceWithVoid();
  }

  private static void tell(Verdict verdict) {
    verdict
        .broken()
        .ifPresentOrElse(
            found -> LOG.errorf("Audit is broken. line=%d reason=%s", found.id(), found.reason()),
            () ->
                LOG.infof(
                    "Audit is whole. lines=%d anchor=%s",
                    verdict.lines(), verdict.newest().map(Anchor::toString).orElse("-")));
  }
}
