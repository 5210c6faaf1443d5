package io.parley.channels.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.CallbackUse;
import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.Capabilities.TextUnit;
import io.parley.channels.ChannelProviders;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureProviderTest {

  private static final Set<String> SECRETS =
      Set.of(
          "connectionString",
          "clientSecret",
          "webhookSecret",
          "previousWebhookSecret",
          "messagingConnectApiKey");

  private final AzureProvider provider = new AzureProvider();

  @Test
  void providerIsFoundByItsName() {
    // When
    var found = ChannelProviders.installed().named("azure");

    // Then
    assertThat(found).containsInstanceOf(AzureProvider.class);
  }

  @Test
  void smsHasItsTypesOfSender() {
    // When
    Map<Channel, Set<SenderType>> types = provider.accountForm().senderTypes();

    // Then
    assertThat(types)
        .containsOnly(
            Map.entry(
                Channel.SMS,
                Set.of(
                    SenderType.LONG_CODE,
                    SenderType.SHORT_CODE,
                    SenderType.TOLL_FREE,
                    SenderType.ALPHANUMERIC)));
    assertThat(provider.channels()).containsExactly(Channel.SMS);
  }

  @Test
  void capabilitiesAreThoseOfTextMessages() {
    // When
    Capabilities capabilities = provider.capabilities(Channel.SMS);

    // Then
    assertThat(capabilities.features())
        .containsExactlyInAnyOrder(
            Feature.IDEMPOTENT_SENDING, Feature.DELIVERY_RECEIPTS, Feature.OPT_OUT);
    assertThat(capabilities.longestText()).isEqualTo(2_048);
    assertThat(capabilities.unit()).isEqualTo(TextUnit.UTF8_BYTES);
    assertThat(capabilities.attachments()).isEmpty();
  }

  @Test
  void otherChannelsAreNotServed() {
    assertThatIllegalArgumentException().isThrownBy(() -> provider.capabilities(Channel.WHATSAPP));
  }

  @Test
  void everySecretIsASecretAndNoneHasADefault() {
    // When
    List<Field> fields = provider.accountForm().fields();

    // Then
    assertThat(fields.stream().filter(Field::secret).map(Field::name))
        .containsExactlyInAnyOrderElementsOf(SECRETS);
    assertThat(fields)
        .allSatisfy(
            field -> {
              assertThat(field.help()).isNotBlank();
              assertThat(field.expected()).isNotBlank();
              assertThat(field.secret() && field.defaultValue() != null).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "apiVersion, 2021-03-07",
    "numbersApiVersion, 2025-06-01",
    "optOutsApiVersion, 2026-01-23",
    "webhookHeader, X-Webhook-Secret",
    "allowedOrigins, eventgrid.azure.net",
    "repeatWithinMinutes, 5",
    "resourceId,",
    "deliveryReportTimeoutSeconds,"
  })
  void defaultsFitTheirPatterns(String name, @Nullable String expected) {
    // When
    Field field = provider.accountForm().field(name).orElseThrow();

    // Then
    assertThat(field.defaultValue()).isEqualTo(expected);
    assertThat(expected == null || expected.matches(field.pattern())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "apiVersion, 2025-08-01-preview, true",
    "apiVersion, latest, false",
    "webhookSecret, 0123456789abcdef0123456789abcdef, true",
    "webhookSecret, 0123456789abcdef0123456789abcde, false",
    "webhookSecret, 0123456789abcdef0123456789abcd&f, false",
    "clientId, 11111111-2222-3333-4444-555555555555, true",
    "clientId, my-app, false",
    "tenantId, contoso.onmicrosoft.com, true",
    "tenantId, a/b, false",
    "deliveryReportTimeoutSeconds, 43200, true",
    "deliveryReportTimeoutSeconds, 1e3, false",
    "allowedOrigins, 'eventgrid.azure.net, eventgrid.azure.us', true",
    "allowedOrigins, *, false",
    "eventSubscriptionNames, acs-sms-prod, true",
    "resourceId, /subscriptions/1111/resourceGroups/rg1, true",
    "resourceId, demo, false",
    "messagingConnectPartner, infobip, true",
    "repeatWithinMinutes, -1, false"
  })
  void patternsSayWhatFits(String name, String value, boolean fits) {
    // When
    Pattern pattern = Pattern.compile(provider.accountForm().field(name).orElseThrow().pattern());

    // Then
    assertThat(pattern.matcher(value).matches()).isEqualTo(fits);
  }

  @Test
  void connectionStringAloneIsAnAccount() {
    // When
    List<Finding> findings =
        findings(Map.of(), Map.of("connectionString", Samples.CONNECTION), Set.of());

    // Then
    assertThat(findings).isEmpty();
  }

  @Test
  void applicationAloneIsAnAccount() {
    // When
    List<Finding> findings =
        findings(Samples.ENTRA_SETTINGS, Map.of("clientSecret", "x"), Set.of());

    // Then
    assertThat(findings).isEmpty();
  }

  @Test
  void nothingIsNoAccount() {
    // When
    List<Finding> findings = findings(Map.of(), Map.of(), Set.of());

    // Then
    assertThat(findings).extracting(Finding::field).containsExactly("connectionString");
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint", "tenantId", "clientId", "clientSecret"})
  void fieldsOfAnApplicationGoTogether(String missing) {
    // Given
    Map<String, String> settings = new LinkedHashMap<>(Samples.ENTRA_SETTINGS);
    settings.remove(missing);
    Set<String> kept = missing.equals("clientSecret") ? Set.of() : Set.of("clientSecret");

    // When
    List<Finding> findings = findings(settings, Map.of(), kept);

    // Then
    assertThat(findings).extracting(Finding::field).containsExactly(missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deliveryReportTimeoutSeconds=600 | apiVersion | 2026-01-23 or later",
        "deliveryReportTimeoutSeconds=59,apiVersion=2026-01-23 | deliveryReportTimeoutSeconds | 60 to 43200",
        "deliveryReportTimeoutSeconds=43201,apiVersion=2026-01-23 | deliveryReportTimeoutSeconds | 60 to 43200",
        "messagingConnectPartner=infobip,apiVersion=2026-01-23 | messagingConnectApiKey | go together",
        "endpoint=https://a.example/x,tenantId=t,clientId=c,clientSecret=s | endpoint | no path"
      })
  void fieldsThatDoNotFitTogetherAreNamed(String entered, String field, String problem) {
    // Given
    Map<String, String> settings = new LinkedHashMap<>();
    for (String pair : entered.split(",")) {
      settings.put(pair.split("=")[0], pair.split("=")[1]);
    }

    // When
    List<Finding> findings = findings(settings, Map.of(), Set.of("connectionString"));

    // Then
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().field()).isEqualTo(field);
    assertThat(findings.getFirst().problem()).contains(problem);
  }

  @Test
  void partnerNeedsANewerVersion() {
    // When
    List<Finding> findings =
        findings(
            Map.of("messagingConnectPartner", "infobip"),
            Map.of("messagingConnectApiKey", "k"),
            Set.of("connectionString"));

    // Then
    assertThat(findings).extracting(Finding::field).containsExactly("apiVersion");
  }

  @Test
  void previousWebhookSecretNeedsTheNewOne() {
    // When
    List<Finding> findings =
        findings(Map.of(), Map.of("previousWebhookSecret", "p"), Set.of("connectionString"));

    // Then
    assertThat(findings).extracting(Finding::field).containsExactly("webhookSecret");
  }

  @Test
  void findingAboutAConnectionStringRepeatsNothingOfIt() {
    // When
    List<Finding> findings =
        findings(Map.of(), Map.of("connectionString", "endpoint=x;accesskey=topSecret"), Set.of());

    // Then
    assertThat(findings).hasSize(1);
    assertThat(findings.toString()).doesNotContain("topSecret");
  }

  @Test
  void oneUrlServesBothKindsOfEvent() {
    // When
    List<CallbackUse> callbacks = provider.callbacks(Map.of("webhookHeader", "X-Ours"));

    // Then
    assertThat(callbacks).hasSize(1);
    assertThat(callbacks.getFirst().purpose()).isEqualTo(CallbackUse.Purpose.INBOUND_AND_STATUS);
    assertThat(callbacks.getFirst().where())
        .contains("SMS Received", "SMS Delivery Report Received", "?code=", "X-Ours");
  }

  @Test
  void noticeSaysWhatIsLeftOut() {
    // When
    String notice = provider.notice();

    // Then
    assertThat(notice).contains("Text only", "Microsoft Entra ID are not supported");
  }

  private List<Finding> findings(
      Map<String, String> settings, Map<String, String> newSecrets, Set<String> keptSecrets) {
    return provider
        .accountForm()
        .rules()
        .check(new Draft(Channel.SMS, settings, newSecrets, keptSecrets));
  }
}
