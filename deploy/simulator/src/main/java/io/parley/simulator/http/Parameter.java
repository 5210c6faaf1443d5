package io.parley.simulator.http;

/** One decoded form or query parameter. */
public record Parameter(String name, String value) {}
