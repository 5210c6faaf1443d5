package io.parley.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

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

  /** Resident size of everything that this process has started, itself included. */
  public static long ofThisStack() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(ProcessHandle.current()),
            ProcessHandle.current().descendants())
        .mapToLong(handle -> resident(handle.pid()).orElse(0))
        .sum();
  }
}
