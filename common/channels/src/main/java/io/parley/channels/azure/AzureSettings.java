package io.parley.channels.azure;

import io.parley.channels.OpenAccount;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Names and defaults of an account's fields; {@link AzureForm} explains them. */
final class AzureSettings {

  static final String CONNECTION_STRING = "connectionString";
  static final String ENDPOINT = "endpoint";
  static final String TENANT_ID = "tenantId";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String WEBHOOK_SECRET = "webhookSecret";
  static final String PREVIOUS_WEBHOOK_SECRET = "previousWebhookSecret";
  static final String WEBHOOK_HEADER = "webhookHeader";
  static final String SUBSCRIPTION_NAMES = "eventSubscriptionNames";
  static final String RESOURCE_ID = "resourceId";
  static final String ALLOWED_ORIGINS = "allowedOrigins";
  static final String API_VERSION = "apiVersion";
  static final String NUMBERS_API_VERSION = "numbersApiVersion";
  static final String OPT_OUTS_API_VERSION = "optOutsApiVersion";
  static final String REPORT_TIMEOUT = "deliveryReportTimeoutSeconds";
  static final String PARTNER = "messagingConnectPartner";
  static final String PARTNER_KEY = "messagingConnectApiKey";
  static final String REPEAT_MINUTES = "repeatWithinMinutes";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          WEBHOOK_HEADER, "X-Webhook-Secret",
          ALLOWED_ORIGINS, "eventgrid.azure.net",
          API_VERSION, "2021-03-07",
          NUMBERS_API_VERSION, "2025-06-01",
          OPT_OUTS_API_VERSION, "2026-01-23",
          REPEAT_MINUTES, "5");

  private AzureSettings() {}

  /** What counts when the setting is left out. */
  static Optional<String> defaultOf(String name) {
    return Optional.ofNullable(DEFAULTS.get(name));
  }

  /** A setting that has a default. */
  static String get(OpenAccount account, String name) {
    return get(account.settings(), name);
  }

  /** As {@link #get(OpenAccount, String)}. */
  static String get(Map<String, String> settings, String name) {
    String value = settings.getOrDefault(name, "").strip();
    return value.isEmpty() ? Objects.requireNonNull(DEFAULTS.get(name), name) : value;
  }

  /** Whether calls are opened by a token of Entra and not by the access key. */
  static boolean usesEntra(Map<String, String> settings) {
    return settings.containsKey(TENANT_ID);
  }
}
