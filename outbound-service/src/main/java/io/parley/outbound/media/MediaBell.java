package io.parley.outbound.media;

import io.parley.outbound.message.Bell;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Rings when there may be something to fetch. */
@ApplicationScoped
class MediaBell {

  private final Bell bell = new Bell();

  void ring() {
    bell.ring();
  }

  void await(Duration patience) throws InterruptedException {
    bell.await(patience);
  }
}
