package io.parley.ctl;

/** What the command line tells the one who called it; part of its contract with scripts. */
final class ExitCode {

  /** Done, or nothing to do. */
  static final int DONE = 0;

  /** The server refused it, or the person did. */
  static final int REFUSED = 1;

  /** The command line, or a file it names, cannot be used. */
  static final int USAGE = 2;

  /** A plan shows changes, and was asked to tell by exit code. */
  static final int CHANGES = 3;

  /** The server cannot be reached or cannot answer now. */
  static final int UNREACHABLE = 4;

  private ExitCode() {}
}
