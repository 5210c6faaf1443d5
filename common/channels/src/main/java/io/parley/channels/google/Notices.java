package io.parley.channels.google;

/** What administrators are told in more than one place. */
final class Notices {

  static final String OFF = "Google switched Business Messages off on 31 July 2024.";

  private Notices() {}
}
