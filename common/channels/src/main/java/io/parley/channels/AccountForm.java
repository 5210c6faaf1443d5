package io.parley.channels;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account of a provider consists of.
 *
 * @param fields settings and secrets
 * @param senderTypes the kinds of address per channel
 * @param addresses reads an address as an administrator enters it
 * @param rules what has to hold between the fields, beyond each field's own pattern
 */
public record AccountForm(
    List<Field> fields,
    Map<Channel, Set<SenderType>> senderTypes,
    AddressReader addresses,
    Rules rules) {

  /** Nothing beyond what each field says. */
  public static final Rules NO_RULES = draft -> List.of();

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

  /** Says what is wrong with an account as a whole. */
  @FunctionalInterface
  public interface Rules {

    /** What is wrong; empty when nothing is. Called only when every single field fits. */
    List<Finding> check(Draft draft);
  }

  /**
   * An account as it would be.
   *
   * @param channel the channel it serves
   * @param settings fields that are not secret, trimmed
   * @param newSecrets secret fields that are being set, in clear
   * @param keptSecrets names of secret fields that stay as they are
   */
  public record Draft(
      Channel channel,
      Map<String, String> settings,
      Map<String, String> newSecrets,
      Set<String> keptSecrets) {

    public Draft {
      settings = Map.copyOf(settings);
      newSecrets = Map.copyOf(newSecrets);
      keptSecrets = Set.copyOf(keptSecrets);
    }

    /** Whether the field will have a value. */
    public boolean has(String field) {
      return settings.containsKey(field)
          || newSecrets.containsKey(field)
          || keptSecrets.contains(field);
    }

    /** Says which account it is and nothing that opens it. */
    @Override
    public String toString() {
      return "Draft[" + channel + ", " + settings.keySet() + "]";
    }
  }

  /**
   * Something that is wrong.
   *
   * @param field name of the field
   * @param problem what is expected, without the field's name and without any secret
   */
  public record Finding(String field, String problem) {}

  /**
   * One field of an account.
   *
   * @param name as in the API, lower camel case
   * @param label for people
   * @param help what it is and where the provider shows it; says so where a fact could not be
   *     confirmed
   * @param required whether an account is incomplete without it
   * @param secret whether it is encrypted and write-only
   * @param pattern regular expression that a value must match as a whole, after trimming
   * @param expected what the pattern asks for, in words, for the error message
   * @param defaultValue what counts when it is left out; never for a secret
   */
  public record Field(
      String name,
      String label,
      String help,
      boolean required,
      boolean secret,
      String pattern,
      String expected,
      @Nullable String defaultValue) {

    /** A field that has no default. */
    public Field(
        String name,
        String label,
        String help,
        boolean required,
        boolean secret,
        String pattern,
        String expected) {
      this(name, label, help, required, secret, pattern, expected, null);
    }

    /** A setting with one of several values, which have nothing but word characters and hyphens. */
    public static Field choice(
        String name, String label, String help, @Nullable String defaultValue, String... values) {
      return new Field(
          name,
          label,
          help,
          false,
          false,
          String.join("|", values),
          "one of: " + String.join(", ", values),
          defaultValue);
    }
  }

  /**
   * What counts for a setting: the value that was entered, else the default.
   *
   * @throws IllegalStateException if there is neither
   */
  public String value(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name))
        .or(() -> field(name).flatMap(field -> Optional.ofNullable(field.defaultValue())))
        .orElseThrow(() -> new IllegalStateException("no " + name));
  }

  /** The field of this name, if there is one. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
