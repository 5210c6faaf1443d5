package io.parley.admin.account;

import io.parley.admin.validation.Findings;
import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.secrets.SecretReferences;
import io.parley.events.Channel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the fields of an account against the form of its provider. Pure. */
final class AccountFields {

  /** In UTF-8, so that an account with all its secrets, encrypted, still fits into an event. */
  private static final int MOST_BYTES = 262_144;

  private final AccountForm form;
  private final SecretReferences references;
  private final Findings findings;

  AccountFields(AccountForm form, SecretReferences references, Findings findings) {
    this.form = form;
    this.references = references;
    this.findings = findings;
  }

  /** Values as they are kept: without blanks around them, and without those that are not given. */
  static Map<String, String> trimmed(Map<String, @Nullable String> values) {
    Map<String, String> trimmed = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            trimmed.put(name, value.strip());
          }
        });
    return trimmed;
  }

  /**
   * Finds what is wrong with settings and secrets.
   *
   * @param settings as they were sent
   * @param secrets as they were sent; null removes one
   * @param kept names of the secrets that are set already and stay
   */
  void check(
      Channel channel,
      Map<String, @Nullable String> settings,
      Map<String, @Nullable String> secrets,
      Set<String> kept) {
    Given given = new Given(channel, settings, secrets, kept);
    boolean fits =
        checkGiven("/settings", false, settings)
            & checkGiven("/secrets", true, secrets)
            & checkRequired(given)
            & checkSize(given);
    if (fits) {
      for (AccountForm.Finding finding : form.rules().check(draft(given))) {
        findings.add(pointer(finding.field()), finding.problem());
      }
    }
  }

  private record Given(
      Channel channel,
      Map<String, @Nullable String> settings,
      Map<String, @Nullable String> secrets,
      Set<String> kept) {}

  private boolean checkRequired(Given given) {
    boolean complete = true;
    for (Field field : form.fields()) {
      if (field.required() && !isThere(field, given)) {
        findings.add(pointer(field.name()), "is required: " + field.expected());
        complete = false;
      }
    }
    return complete;
  }

  /**
   * A reference stands for a value that is known where it is used: the rules see that it is set.
   */
  private static AccountForm.Draft draft(Given given) {
    Map<String, String> values = trimmed(given.secrets());
    Set<String> kept = new TreeSet<>(given.kept());
    values.forEach(
        (name, value) -> {
          if (SecretReferences.isReference(value.strip())) {
            kept.add(name);
          }
        });
    values.keySet().removeAll(kept);
    return new AccountForm.Draft(given.channel(), trimmed(given.settings()), values, kept);
  }

  private String pointer(String field) {
    boolean secret = form.field(field).map(Field::secret).orElse(false);
    return (secret ? "/secrets" : "/settings") + Findings.step(field);
  }

  private boolean checkGiven(String parent, boolean secret, Map<String, @Nullable String> given) {
    boolean fit = true;
    for (Map.Entry<String, @Nullable String> entry : given.entrySet()) {
      Optional<String> problem = problem(entry.getKey(), secret, entry.getValue());
      if (problem.isPresent()) {
        findings.add(parent + Findings.step(entry.getKey()), problem.get());
        fit = false;
      }
    }
    return fit;
  }

  private Optional<String> problem(String name, boolean secret, @Nullable String value) {
    Optional<Field> field = form.field(name);
    if (field.isEmpty()) {
      return Optional.of("unknown field; known are " + known(secret));
    }
    if (field.get().secret() != secret) {
      return Optional.of(secret ? "belongs under /settings" : "belongs under /secrets");
    }
    if (secret && value != null && SecretReferences.isReference(value.strip())) {
      return references.problem(value.strip());
    }
    return value == null || BoundedMatch.fits(field.get().pattern(), value.strip())
        ? Optional.empty()
        : Optional.of("must be " + field.get().expected());
  }

  private boolean checkSize(Given input) {
    long bytes = bytes(input.settings()) + bytes(input.secrets());
    if (bytes > MOST_BYTES) {
      findings.add("/settings", "all fields together must not exceed " + MOST_BYTES + " bytes");
    }
    return bytes <= MOST_BYTES;
  }

  private static long bytes(Map<String, @Nullable String> values) {
    return values.values().stream()
        .filter(Objects::nonNull)
        .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static boolean isThere(Field field, Given given) {
    if (!field.secret()) {
      return given.settings().get(field.name()) != null;
    }
    return given.secrets().containsKey(field.name())
        ? Objects.nonNull(given.secrets().get(field.name()))
        : given.kept().contains(field.name());
  }

  private Set<String> known(boolean secret) {
    Set<String> names = new TreeSet<>();
    form.fields().stream().filter(f -> f.secret() == secret).map(Field::name).forEach(names::add);
    return names;
  }
}
