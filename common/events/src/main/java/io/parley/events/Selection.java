package io.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * What a customer chose from buttons or a list that we had sent.
 *
 * @param kind button or list item
 * @param id what we gave the choice as its payload or id
 * @param title what the customer saw
 * @param description the second line of a list item
 */
public record Selection(
    Kind kind, @Nullable String id, @Nullable String title, @Nullable String description) {

  /** How the choice was offered. */
  public enum Kind {
    BUTTON,
    LIST_ITEM
  }
}
