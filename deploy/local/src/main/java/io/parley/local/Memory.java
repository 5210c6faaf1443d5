package io.parley.local;

import io.parley.testing.server.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident sizes of processes, as the operating system counts them. */
public final class Memory {

  private Memory() {}

  /** Resident size of a process in bytes, if it can be told. */
  static OptionalLong resident(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text) * 1024);
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Resident size of the whole stack: this process, all it has started, and PostgreSQL. */
  public static long of(PostgresServer postgres) {
    Stream<ProcessHandle> own =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants());
    Stream<ProcessHandle> database =
        postgres.processId().stream()
            .boxed()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()));
    return Stream.concat(own, database)
        .mapToLong(ProcessHandle::pid)
        .distinct()
        .map(pid -> resident(pid).orElse(0))
        .sum();
  }
}
