package io.parley.channels.custom;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call or an answer says, or one element of it. Paths are those of its {@link Format}; one
 * that leads nowhere is no value. Nothing here throws.
 */
sealed interface Payload permits JsonPayload, FormPayload, XmlPayload {

  /** Every scalar that a path leads to, as text without NUL, in order; also empty ones. */
  List<String> values(String path);

  /** Every element that a path leads to, scalars included. An array stands for its elements. */
  List<Payload> elements(String path);

  /**
   * The elements of the list that a call holds.
   *
   * @param path where it is; empty where the whole call is an array or one element
   * @return nothing if there is no list there
   */
  Optional<List<Payload>> list(String path);

  /** This payload itself as one text, where it is a scalar. */
  Optional<String> scalar();

  /** The scalars that no path used leads to or above, by their own paths. */
  Map<String, String> rest(Collection<String> used);

  /**
   * The call with one element of its list alone.
   *
   * @param path where the list is
   * @param index the element that stays
   */
  byte[] alone(String path, int index);

  /** The first value of a path that is not blank, stripped. */
  default Optional<String> value(String path) {
    return values(path).stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }
}
