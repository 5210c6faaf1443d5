package io.parley.simulator.twilio;

/**
 * Who writes with whom.
 *
 * @param sender our number, or a Messaging Service SID where opt-outs hold for the whole service
 */
record Pair(String sender, String customer) {}
