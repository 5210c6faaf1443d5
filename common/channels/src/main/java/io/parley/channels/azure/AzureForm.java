package io.parley.channels.azure;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What an account consists of (providers/azure-communication-services.md §1, §2, §4 and §7). */
final class AzureForm {

  static final AccountForm FORM =
      new AccountForm(
          List.of(
              secret(
                  AzureSettings.CONNECTION_STRING,
                  "Connection string",
                  "In the Azure portal at the Communication Services resource, under Settings,"
                      + " Keys: the primary or the secondary connection string. To change the key,"
                      + " enter the other one here first. Not needed with an Entra application.",
                  "(?s).{1,1000}",
                  "endpoint=https://…;accesskey=…"),
              setting(
                  AzureSettings.ENDPOINT,
                  "Endpoint",
                  "Only with an Entra application: the resource's endpoint, from the same page.",
                  "https://\\S{1,250}",
                  "an address with https, such as https://example.communication.azure.com"),
              setting(
                  AzureSettings.TENANT_ID,
                  "Entra tenant ID",
                  "Optional: an application of Microsoft Entra ID in place of the access key; then"
                      + " fill in endpoint, client ID and client secret, too. It stands on the"
                      + " application's overview as Directory (tenant) ID. It opens our calls only;"
                      + " it does not sign Azure's.",
                  "[0-9A-Za-z][0-9A-Za-z.-]{0,99}",
                  "the directory's id or domain name"),
              setting(
                  AzureSettings.CLIENT_ID,
                  "Entra client ID",
                  "Application (client) ID, from the application's overview.",
                  "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
                  "an id such as 11111111-2222-3333-4444-555555555555"),
              secret(
                  AzureSettings.CLIENT_SECRET,
                  "Entra client secret",
                  "The value, not the id, of a secret of the application, under Certificates &"
                      + " secrets. Azure shows it once.",
                  "\\S{1,500}",
                  "a text without blanks"),
              secret(
                  AzureSettings.WEBHOOK_SECRET,
                  "Webhook secret",
                  "Optional, recommended: Event Grid does not sign what it sends. Choose a random"
                      + " text and append it to the webhook URL as ?code=…, or add it to the event"
                      + " subscription as a static delivery header. The query comes with the"
                      + " handshake, too; whether headers do could not be confirmed.",
                  "[0-9A-Za-z._~-]{32,200}",
                  "32 to 200 letters, digits, dots, hyphens, underscores or tildes"),
              secret(
                  AzureSettings.PREVIOUS_WEBHOOK_SECRET,
                  "Previous webhook secret",
                  "Only while the webhook secret is being changed: calls with either are accepted.",
                  "[0-9A-Za-z._~-]{32,200}",
                  "32 to 200 letters, digits, dots, hyphens, underscores or tildes"),
              setting(
                  AzureSettings.WEBHOOK_HEADER,
                  "Webhook secret's header",
                  "The delivery header that carries the webhook secret. 'Authorization: Bearer"
                      + " <secret>' is always understood, too.",
                  "[0-9A-Za-z-]{1,100}",
                  "a header's name, such as X-Webhook-Secret"),
              setting(
                  AzureSettings.SUBSCRIPTION_NAMES,
                  "Event subscription names",
                  "Optional: the names of the event subscriptions that may call, separated by"
                      + " commas. Others are refused, and Event Grid does not repeat what is"
                      + " refused.",
                  "[0-9A-Za-z-]{1,64}(\\s*,\\s*[0-9A-Za-z-]{1,64}){0,9}",
                  "names of letters, digits and hyphens, separated by commas"),
              setting(
                  AzureSettings.RESOURCE_ID,
                  "Resource ID",
                  "Optional: the Communication Services resource's id, from its properties in the"
                      + " portal (/subscriptions/…). Events of other resources are refused.",
                  "/\\S{1,499}",
                  "an id that begins with /subscriptions/"),
              setting(
                  AzureSettings.ALLOWED_ORIGINS,
                  "Allowed origins",
                  "Who may subscribe with the CloudEvents schema, separated by commas. The public"
                      + " cloud is eventgrid.azure.net; sovereign clouds have other names.",
                  "[0-9A-Za-z.-]{1,100}(\\s*,\\s*[0-9A-Za-z.-]{1,100}){0,9}",
                  "host names, separated by commas"),
              version(
                  AzureSettings.API_VERSION,
                  "API version for sending",
                  "2021-03-07 is accepted everywhere; 2026-01-23 adds the delivery report time-out"
                      + " and partner numbers."),
              version(
                  AzureSettings.NUMBERS_API_VERSION,
                  "API version for the list of numbers",
                  "Used only when the account is checked. 2022-12-01 is an older one; that it is"
                      + " still served could not be confirmed."),
              version(
                  AzureSettings.OPT_OUTS_API_VERSION,
                  "API version for opt-outs",
                  "Used only when short codes and names are checked. 2024-12-10-preview is an"
                      + " older one."),
              setting(
                  AzureSettings.REPORT_TIMEOUT,
                  "Delivery report time-out",
                  "Optional, in seconds: after so long without a word from the carrier Azure"
                      + " reports a time-out. Needs API version 2026-01-23.",
                  "[0-9]{2,5}",
                  "60 to 43200 seconds"),
              setting(
                  AzureSettings.PARTNER,
                  "Messaging Connect partner",
                  "Only for numbers that are leased from a partner: its name there, such as"
                      + " infobip. Needs API version 2026-01-23. Customers' STOP has to be set up"
                      + " at the partner.",
                  "[0-9A-Za-z._-]{1,100}",
                  "the partner's name"),
              secret(
                  AzureSettings.PARTNER_KEY,
                  "Messaging Connect API key",
                  "The partner's API key, together with the partner.",
                  "\\S{1,500}",
                  "a text without blanks"),
              setting(
                  AzureSettings.REPEAT_MINUTES,
                  "Repeat within",
                  "In minutes: how long after a call without a clear answer it may be repeated with"
                      + " the same id. How long Azure remembers ids could not be confirmed; later"
                      + " than this the outcome stays unknown. 0 never repeats.",
                  "[0-9]{1,4}",
                  "0 to 9999 minutes")),
          Map.of(
              Channel.SMS,
              EnumSet.of(
                  SenderType.LONG_CODE,
                  SenderType.SHORT_CODE,
                  SenderType.TOLL_FREE,
                  SenderType.ALPHANUMERIC)),
          AzureAddresses::entered,
          AzureForm::findings);

  private static final int SHORTEST_TIMEOUT = 60;
  private static final int LONGEST_TIMEOUT = 43_200;
  private static final String WITH_TIMEOUT = "2026-01-23";
  private static final String WITH_PARTNERS = "2025-05-29";
  private static final String WITH_ENTRA =
      "is needed together with the other fields of the Entra application";

  private AzureForm() {}

  private static List<Finding> findings(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    access(draft, findings);
    options(draft, findings);
    return findings;
  }

  private static void access(Draft draft, List<Finding> findings) {
    List<String> entra =
        List.of(
            AzureSettings.ENDPOINT,
            AzureSettings.TENANT_ID,
            AzureSettings.CLIENT_ID,
            AzureSettings.CLIENT_SECRET);
    if (entra.stream().anyMatch(draft::has)) {
      entra.stream()
          .filter(field -> !draft.has(field))
          .forEach(field -> findings.add(new Finding(field, WITH_ENTRA)));
    } else if (!draft.has(AzureSettings.CONNECTION_STRING)) {
      findings.add(
          new Finding(
              AzureSettings.CONNECTION_STRING,
              "is needed, unless an Entra application is given in its place"));
    }
    String endpoint = draft.settings().get(AzureSettings.ENDPOINT);
    if (endpoint != null) {
      reads(() -> ConnectionString.endpoint(endpoint), AzureSettings.ENDPOINT, findings);
    }
    String connection = draft.newSecrets().get(AzureSettings.CONNECTION_STRING);
    if (connection != null) {
      reads(() -> ConnectionString.parse(connection), AzureSettings.CONNECTION_STRING, findings);
    }
    if (draft.has(AzureSettings.PREVIOUS_WEBHOOK_SECRET)
        && !draft.has(AzureSettings.WEBHOOK_SECRET)) {
      findings.add(
          new Finding(
              AzureSettings.WEBHOOK_SECRET, "is needed where there is a previous webhook secret"));
    }
  }

  private static void options(Draft draft, List<Finding> findings) {
    String version = AzureSettings.get(draft.settings(), AzureSettings.API_VERSION);
    String timeout = draft.settings().get(AzureSettings.REPORT_TIMEOUT);
    if (timeout != null) {
      int seconds = Integer.parseInt(timeout);
      if (seconds < SHORTEST_TIMEOUT || seconds > LONGEST_TIMEOUT) {
        findings.add(new Finding(AzureSettings.REPORT_TIMEOUT, "expected 60 to 43200 seconds"));
      }
      if (version.compareTo(WITH_TIMEOUT) < 0) {
        findings.add(tooOld("the delivery report time-out", WITH_TIMEOUT));
      }
    }
    if (draft.has(AzureSettings.PARTNER) != draft.has(AzureSettings.PARTNER_KEY)) {
      findings.add(
          new Finding(
              draft.has(AzureSettings.PARTNER) ? AzureSettings.PARTNER_KEY : AzureSettings.PARTNER,
              "is needed: partner and API key go together"));
    }
    if (draft.has(AzureSettings.PARTNER) && version.compareTo(WITH_PARTNERS) < 0) {
      findings.add(tooOld("Messaging Connect", WITH_TIMEOUT));
    }
  }

  private static Finding tooOld(String feature, String version) {
    return new Finding(
        AzureSettings.API_VERSION, "expected " + version + " or later, for " + feature);
  }

  private static void reads(Runnable reading, String field, List<Finding> findings) {
    try {
      reading.run();
    } catch (IllegalArgumentException unreadable) {
      findings.add(new Finding(field, String.valueOf(unreadable.getMessage())));
    }
  }

  private static Field setting(
      String name, String label, String help, String pattern, String expected) {
    return new Field(
        name,
        label,
        help,
        false,
        false,
        pattern,
        expected,
        AzureSettings.defaultOf(name).orElse(null));
  }

  private static Field version(String name, String label, String help) {
    return setting(
        name,
        label,
        help,
        "20[0-9]{2}-[0-9]{2}-[0-9]{2}(-preview)?",
        "a version such as 2021-03-07");
  }

  private static Field secret(
      String name, String label, String help, String pattern, String expected) {
    return new Field(name, label, help, false, true, pattern, expected);
  }
}
