package io.parley.admin.account;

import io.parley.admin.configuration.StoredObject;
import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account as a row. */
@Entity
@Table(name = "account")
public class AccountRow extends StoredObject {

  private String provider;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private Channel channel;

  private String accountKey;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_setting", joinColumns = @JoinColumn(name = "account_id"))
  @MapKeyColumn(name = "name")
  private Map<String, StoredField> fields = new HashMap<>();

  @Embedded private @Nullable LastCheck lastCheck;

  /** Name of the provider. */
  public String provider() {
    return provider;
  }

  /** The one channel it serves. */
  public Channel channel() {
    return channel;
  }

  String accountKey() {
    return accountKey;
  }

  void opened(String newProvider, Channel newChannel, String newAccountKey) {
    provider = newProvider;
    channel = newChannel;
    accountKey = newAccountKey;
  }

  boolean isOpened() {
    return accountKey != null;
  }

  Map<String, String> settings() {
    return values(false);
  }

  Map<String, String> ciphertexts() {
    return values(true);
  }

  Map<String, Instant> secretsSetAt() {
    Map<String, Instant> times = new TreeMap<>();
    fields.forEach(
        (name, field) -> {
          if (field.secret()) {
            times.put(name, field.setAt());
          }
        });
    return times;
  }

  /** What the last check came to, if there was one of these very settings and secrets. */
  @Nullable LastCheck lastCheck() {
    return lastCheck;
  }

  /** The account as every service gets it. */
  public Account published() {
    return new Account(id(), name(), provider, channel, accountKey, settings(), ciphertexts());
  }

  /**
   * Keeps what a check came to, unless settings or secrets have changed since it began.
   *
   * @param checked the account as it was checked
   */
  public void keep(LastCheck check, Account checked) {
    if (settings().equals(checked.settings()) && ciphertexts().equals(checked.secrets())) {
      lastCheck = check;
    }
  }

  void replaceSettings(Map<String, String> settings, Instant now) {
    if (settings.equals(settings())) {
      return;
    }
    lastCheck = null;
    fields.entrySet().removeIf(e -> !e.getValue().secret() && !settings.containsKey(e.getKey()));
    settings.forEach(
        (name, value) -> {
          StoredField present = fields.get(name);
          if (present == null || present.secret() || !Objects.equals(present.value(), value)) {
            fields.put(name, StoredField.setting(value, now));
          }
        });
  }

  void setSecret(String name, String ciphertext, Instant now) {
    lastCheck = null;
    fields.put(name, StoredField.secret(ciphertext, now));
  }

  void removeSecret(String name) {
    if (fields.remove(name) != null) {
      lastCheck = null;
    }
  }

  private Map<String, String> values(boolean secret) {
    Map<String, String> values = new TreeMap<>();
    fields.forEach(
        (name, field) -> {
          if (field.secret() == secret) {
            values.put(name, field.value());
          }
        });
    return values;
  }
}
