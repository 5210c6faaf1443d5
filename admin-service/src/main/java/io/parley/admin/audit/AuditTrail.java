package io.parley.admin.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import io.parley.platform.audit.Anchor;
import io.parley.platform.audit.AuditChain;
import io.parley.platform.audit.AuditLine;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the audit. Whoever appends holds a lock until the commit, so each line follows
 * the one that was committed last and the chain has no forks; it is taken last of all locks, so it
 * can deadlock with none.
 */
@ApplicationScoped
public class AuditTrail {

  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtext(current_schema()), 1000) as text)";
  private static final String VERSION = "select version from configuration_version";
  private static final String LAST = "from AuditEntry order by id desc limit 1";

  private final AuthorNames names;
  private final CurrentVertxRequest request;
  private final Clock clock;

  AuditTrail(AuthorNames names, CurrentVertxRequest request, Clock clock) {
    this.names = names;
    this.request = request;
    this.clock = clock;
  }

  /**
   * Leaves a line in the transaction that is open.
   *
   * @param version version of the whole configuration after what was done
   */
  public Uni<Void> append(Line line, long version) {
    return append(List.of(line), version);
  }

  /**
   * Leaves lines of one author in the transaction that is open, in this order.
   *
   * @param version version of the whole configuration after what was done
   */
  public Uni<Void> append(List<Line> lines, long version) {
    if (lines.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Origin origin = origin();
    return Panache.getSession()
        .chain(
            session ->
                names
                    .of(lines.getFirst().author())
                    .chain(
                        name ->
                            last(session)
                                .map(last -> chained(lines, last, name, origin, version))
                                .chain(entries -> session.persistAll(entries.toArray()))));
  }

  /**
   * Leaves a line in a transaction of its own, about something that changes nothing: a sign-in, a
   * refusal, an export.
   */
  public Uni<Void> note(Line line) {
    return Panache.withTransaction(
        () -> Panache.getSession().chain(this::version).chain(version -> append(line, version)));
  }

  private Uni<Long> version(Mutiny.Session session) {
    return session.createNativeQuery(VERSION, Long.class).getSingleResult();
  }

  /** Statements see what was committed before they begin, so the lock comes in one before. */
  private Uni<Anchor> last(Mutiny.Session session) {
    return session
        .createNativeQuery(LOCK, String.class)
        .getSingleResult()
        .chain(() -> session.createSelectionQuery(LAST, AuditEntry.class).getSingleResultOrNull())
        .map(last -> last == null ? new Anchor(0, AuditChain.BEGIN) : last.anchor());
  }

  private List<AuditEntry> chained(
      List<Line> lines, Anchor last, Optional<String> author, Origin origin, long version) {
    String now = AuditLine.time(clock.instant());
    List<AuditEntry> entries = new ArrayList<>();
    Anchor previous = last;
    for (Line line : lines) {
      AuditLine chained =
          line(line, previous.id() + 1, now, author.orElse(null), origin, version)
              .behind(previous.hash());
      entries.add(new AuditEntry(chained));
      previous = new Anchor(chained.id(), chained.hash());
    }
    return entries;
  }

  private static AuditLine line(
      Line line, long id, String now, @Nullable String author, Origin origin, long version) {
    JsonNode before = tree(line.before());
    JsonNode after = tree(line.after());
    return new AuditLine(
        id,
        now,
        text(line.author()),
        author,
        origin.address(),
        origin.userAgent(),
        line.action(),
        line.kind(),
        text(line.objectId()),
        line.objectKey() == null ? name(after, before) : line.objectKey(),
        version,
        text(before),
        text(after),
        AuditChain.BEGIN,
        "");
  }

  private static @Nullable JsonNode tree(@Nullable Object described) {
    return described == null ? null : EventJson.mapper().valueToTree(described);
  }

  private static @Nullable String name(@Nullable JsonNode... descriptions) {
    for (JsonNode description : descriptions) {
      if (description != null && description.path("name").isTextual()) {
        return description.path("name").textValue();
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private Origin origin() {
    if (!Arc.container().requestContext().isActive()) {
      return Origin.NONE;
    }
    RoutingContext current = request.getCurrent();
    return current == null ? Origin.NONE : Origin.of(current.request());
  }
}
