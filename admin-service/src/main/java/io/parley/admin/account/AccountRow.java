package io.parley.admin.account;

import io.parley.admin.configuration.StoredObject;
import io.parley.events.Channel;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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

  void replaceSettings(Map<String, String> settings, Instant now) {
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
    fields.put(name, StoredField.secret(ciphertext, now));
  }

  void removeSecret(String name) {
    fields.remove(name);
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
