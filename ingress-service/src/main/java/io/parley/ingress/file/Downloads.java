package io.parley.ingress.file;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Bounds how many files are read at the same time, whoever asks for them. */
@ApplicationScoped
class Downloads {

  private final Semaphore free;

  Downloads(DownloadSettings settings, MeterRegistry meters) {
    this.free = new Semaphore(settings.concurrent());
    Gauge.builder(
            "parley.ingress.files.sending", () -> settings.concurrent() - free.availablePermits())
        .description("Files that are being read and sent")
        .register(meters);
  }

  /** A place, to be given back by running it, once; empty when all are taken. */
  Optional<Runnable> place() {
    return free.tryAcquire() ? Optional.of(free::release) : Optional.empty();
  }
}
