package io.parley.admin.securedfield;

import java.util.List;

/**
 * The secret fields that an object has or may have.
 *
 * @param items by name
 */
record SecretStates(List<SecretState> items) {

  SecretStates {
    items = List.copyOf(items);
  }
}
