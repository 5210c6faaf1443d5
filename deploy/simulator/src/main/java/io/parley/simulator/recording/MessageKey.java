package io.parley.simulator.recording;

/**
 * What makes a recorded message unique: ids may come from clients and may be the same elsewhere.
 */
public record MessageKey(String provider, String accountId, String messageId) {}
