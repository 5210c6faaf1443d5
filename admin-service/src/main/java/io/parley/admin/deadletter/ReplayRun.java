package io.parley.admin.deadletter;

import io.parley.events.Event;
import io.parley.events.Topic;
import io.parley.platform.problem.ProblemException;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Goes through the dead letters of a topic, oldest first, and publishes those that share a reason,
 * a stretch of letters in each transaction. What comes back meanwhile is not looked at again.
 */
@ApplicationScoped
class ReplayRun {

  private static final Logger LOG = Logger.getLogger(ReplayRun.class);

  private final LetterBroker broker;
  private final Replays replays;
  private final Marks marks;
  private final DeadLetterSettings settings;
  private final Clock clock;

  ReplayRun(
      LetterBroker broker, Replays replays, Marks marks, DeadLetterSettings settings, Clock clock) {
    this.broker = broker;
    this.replays = replays;
    this.marks = marks;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does the whole of it; waits.
   *
   * @param progress told after each stretch
   * @return how it ended
   */
  ReplayJob run(Topic topic, ReplayJob job, Consumer<ReplayJob> progress) {
    ReplayJob now = job;
    try (LetterConsumer consumer = broker.connect(settings.replayTimeLimit())) {
      for (Lane.Window whole : consumer.stretches(topic)) {
        for (long from = whole.from(); from < whole.to(); from += settings.window()) {
          Lane.Window window =
              new Lane.Window(
                  whole.partition(), from, Math.min(from + settings.window(), whole.to()));
          Optional<List<ConsumerRecord<String, byte[]>>> records = consumer.records(window);
          if (records.isEmpty() || now.replayed() >= settings.mostReplayed()) {
            return ended(now, ReplayJob.State.LIMIT_REACHED);
          }
          now = stretch(now, records.get());
          progress.accept(now);
        }
      }
      return ended(now, ReplayJob.State.DONE);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Replay of dead letters failed. replay=%s topic=%s", job.id(), job.topic());
      return ended(now, ReplayJob.State.FAILED);
    }
  }

  private ReplayJob ended(ReplayJob job, ReplayJob.State how) {
    LOG.infof(
        "Replay of dead letters ended. replay=%s state=%s replayed=%d refused=%d",
        job.id(), how, job.replayed(), job.refused());
    return job.ended(how, clock.instant());
  }

  private ReplayJob stretch(ReplayJob job, List<ConsumerRecord<String, byte[]>> records) {
    List<Letters.Whole> open = open(job, records);
    List<Letter> letters = new ArrayList<>();
    List<Event<?>> events = new ArrayList<>();
    for (Letters.Whole whole : open) {
      try {
        events.add(replays.event(whole, job.author()));
        letters.add(whole.letter());
      } catch (ProblemException e) {
        LOG.infof(
            "Dead letter cannot be replayed. letter=%s why=%s",
            whole.letter().id(), e.problem().detail());
      }
    }
    if (!letters.isEmpty()) {
      publish(job, letters, events);
    }
    return job.advanced(open.size(), letters.size(), clock.instant());
  }

  private void publish(ReplayJob job, List<Letter> letters, List<Event<?>> events) {
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> replays.replay(job.id(), job.reason(), letters, events, job.author()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("letters were not replayed", e);
    }
  }

  private List<Letters.Whole> open(ReplayJob job, List<ConsumerRecord<String, byte[]>> records) {
    List<Letters.Whole> alike = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Letter.read(record)
          .filter(letter -> letter.reason().equals(job.reason()))
          .ifPresent(letter -> alike.add(new Letters.Whole(letter, LetterState.OPEN, record)));
    }
    Map<LetterId, LetterState> states =
        marks.of(alike.stream().map(Letters.Whole::letter).toList());
    return alike.stream()
        .filter(whole -> states.get(whole.letter().id()) == LetterState.OPEN)
        .toList();
  }
}
