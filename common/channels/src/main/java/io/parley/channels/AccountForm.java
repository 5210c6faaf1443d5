package io.parley.channels;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account of a provider consists of.
 *
 * @param fields settings and secrets
 * @param senderTypes the kinds of address per channel
 * @param addresses reads an address as an administrator enters it
 */
public record AccountForm(
    List<Field> fields, Map<Channel, Set<SenderType>> senderTypes, AddressReader addresses) {

  public AccountForm {
    fields = List.copyOf(fields);
    senderTypes = Map.copyOf(senderTypes);
  }

  /** Turns an address as entered into its canonical form. */
  @FunctionalInterface
  public interface AddressReader {

    /**
     * Reads an address.
     *
     * @return its canonical form
     * @throws IllegalArgumentException if it is not an address of that type; the message says what
     *     is expected
     */
    String read(Channel channel, SenderType type, String entered);
  }

  /**
   * One field of an account.
   *
   * @param name as in the API, lower camel case
   * @param label for people
   * @param help what it is and where the provider shows it
   * @param required whether an account is incomplete without it
   * @param secret whether it is encrypted and write-only
   * @param pattern regular expression that a value must match as a whole, after trimming
   * @param expected what the pattern asks for, in words, for the error message
   */
  public record Field(
      String name,
      String label,
      String help,
      boolean required,
      boolean secret,
      String pattern,
      String expected) {}

  /** The field of this name, if there is one. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
