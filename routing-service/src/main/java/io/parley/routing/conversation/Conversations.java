package io.parley.routing.conversation;

import io.parley.events.TraceParent;
import io.parley.events.configuration.Workstream;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.platform.database.Database;
import io.parley.platform.database.Transaction;
import io.parley.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs work on conversations: one transaction, one journal, one configuration. */
@ApplicationScoped
public class Conversations {

  /** Kept when a workstream has been deleted while its conversations go on. */
  private static final Duration DEFAULT_INACTIVITY = Duration.ofDays(28);

  private final Database database;
  private final Outbox outbox;
  private final ConfigurationView configuration;
  private final Clock clock;
  private final RandomGenerator random;

  Conversations(
      Database database,
      Outbox outbox,
      ConfigurationView configuration,
      Clock clock,
      RandomGenerator random) {
    this.database = database;
    this.outbox = outbox;
    this.configuration = configuration;
    this.clock = clock;
    this.random = random;
  }

  /** Runs work in a transaction and writes its journal at the end. */
  public <T> T change(Function<Change, T> work) {
    return database.inTransaction(
        transaction -> {
          Reading reading = new Reading(transaction, configuration.current(), now());
          Change change =
              new Change(
                  reading, new Journal(transaction, reading.now(), TraceParent.begin(random)));
          T result = work.apply(change);
          change.journal().write(outbox);
          return result;
        });
  }

  /** Runs work that only looks; each statement sees what is committed when it begins. */
  public <T> T read(Function<Reading, T> work) {
    return database.reading(
        statements -> work.apply(new Reading(statements, configuration.current(), now())));
  }

  /** PostgreSQL keeps microseconds; what is told must be what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * A look at conversations.
   *
   * @param transaction where rows are read
   * @param configuration the one configuration that decides
   * @param now the one time of everything in it
   */
  public record Reading(Transaction transaction, ConfigurationSnapshot configuration, Instant now) {

    /** The conversation as it is now, not locked. */
    public Optional<Conversation> find(UUID conversationId) {
      return transaction.first(
          "select " + ConversationRows.COLUMNS + " from conversation where id = $1",
          ConversationRows::read,
          conversationId);
    }

    /** The conversations of a query that selects {@link ConversationRows#COLUMNS}. */
    public List<Conversation> select(String sql, @Nullable Object... arguments) {
      return transaction.query(sql, ConversationRows::read, arguments);
    }

    /** When a timer will close this conversation. */
    public Optional<Instant> closesAt(Conversation conversation) {
      return AutoClose.closesAt(
          conversation,
          configuration
              .workstream(conversation.identity().workstreamId())
              .map(Workstream::autoCloseAfterInactivity)
              .orElse(DEFAULT_INACTIVITY));
    }
  }

  /**
   * One transaction in progress.
   *
   * @param reading what can be looked at in it
   * @param journal what is to be written
   */
  public record Change(Reading reading, Journal journal) {

    /** Where rows are read and locked. */
    public Transaction transaction() {
      return reading.transaction();
    }

    /** The one configuration that decides. */
    public ConfigurationSnapshot configuration() {
      return reading.configuration();
    }

    /** The one time of everything in it. */
    public Instant now() {
      return reading.now();
    }

    /** The conversation, locked until the transaction ends. */
    public Optional<Conversation> lock(UUID conversationId) {
      return transaction()
          .first(
              "select " + ConversationRows.COLUMNS + " from conversation where id = $1 for update",
              ConversationRows::read,
              conversationId);
    }

    /** Records a conversation that has just begun. */
    public Open opened(Step<Open> step) {
      journal.opened(decided(step), reading.closesAt(step.after()).orElse(null));
      return step.after();
    }

    /** Records a move. */
    public <C extends Conversation> C moved(Conversation before, Step<C> step) {
      journal.moved(before, decided(step), reading.closesAt(step.after()).orElse(null));
      return step.after();
    }

    /** Records an offer whose units were already reserved when the agent was claimed. */
    public Offered offered(Open before, Step<Offered> step) {
      journal.offered(before, decided(step), reading.closesAt(step.after()).orElse(null));
      return step.after();
    }

    private <C extends Conversation> Step<C> decided(Step<C> step) {
      return step.decidedBy(configuration().version());
    }
  }
}
