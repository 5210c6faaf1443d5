package io.parley.admin.account;

import io.parley.admin.validation.Findings;
import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the fields of an account against the form of its provider. Pure. */
final class AccountFields {

  private static final int LONGEST = 4096;

  private final AccountForm form;
  private final Findings findings;

  AccountFields(AccountForm form, Findings findings) {
    this.form = form;
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
   * @param input what was sent
   * @param secretsSet the secrets that the account has already
   */
  void check(AccountInput input, Set<String> secretsSet) {
    checkGiven("/settings", false, input.settings());
    checkGiven("/secrets", true, input.secrets());
    for (Field field : form.fields()) {
      if (field.required() && !isThere(field, input, secretsSet)) {
        findings.add(
            (field.secret() ? "/secrets" : "/settings") + Findings.step(field.name()),
            "is required: " + field.expected());
      }
    }
  }

  private void checkGiven(String parent, boolean secret, Map<String, @Nullable String> given) {
    given.forEach(
        (name, value) -> {
          String pointer = parent + Findings.step(name);
          Optional<Field> field = form.field(name);
          if (field.isEmpty()) {
            findings.add(pointer, "unknown field; known are " + known(secret));
          } else if (field.get().secret() != secret) {
            findings.add(pointer, secret ? "belongs under /settings" : "belongs under /secrets");
          } else if (value != null && !fits(field.get(), value.strip())) {
            findings.add(pointer, "must be " + field.get().expected());
          }
        });
  }

  private static boolean fits(Field field, String value) {
    return value.length() <= LONGEST && Pattern.matches(field.pattern(), value);
  }

  private static boolean isThere(Field field, AccountInput input, Set<String> secretsSet) {
    if (!field.secret()) {
      return input.settings().get(field.name()) != null;
    }
    return input.secrets().containsKey(field.name())
        ? Objects.nonNull(input.secrets().get(field.name()))
        : secretsSet.contains(field.name());
  }

  private Set<String> known(boolean secret) {
    Set<String> names = new TreeSet<>();
    form.fields().stream().filter(f -> f.secret() == secret).map(Field::name).forEach(names::add);
    return names;
  }
}
