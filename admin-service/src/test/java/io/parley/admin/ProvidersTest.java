package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.events.Channel;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator's page needs to draw the form of an account. */
@AdminTest
class ProvidersTest {

  private static final String PATH = "/api/v1/providers";

  private final Api api = Api.administrator();

  @Test
  void everyInstalledProviderIsListed() {
    // When
    List<String> names = api.get(PATH).jsonPath().getList("items.name");

    // Then
    assertThat(names)
        .isEqualTo(installed().stream().map(ChannelProvider::name).toList())
        .contains(
            "azure", "custom", "google", "infobip", "link-mobility", "telesign", "twilio", "vibes");
  }

  @ParameterizedTest
  @MethodSource("installed")
  void providerIsDescribedWhole(ChannelProvider provider) {
    // When
    JsonPath view = api.get(PATH + "/" + provider.name()).jsonPath();

    // Then
    assertThat(view.getString("label")).isEqualTo(provider.label());
    assertThat(view.getString("notice")).isEqualTo(provider.notice());
    List<AccountForm.Field> fields = provider.accountForm().fields();
    assertThat(view.getList("fields")).hasSameSizeAs(fields);
    for (int i = 0; i < fields.size(); i++) {
      AccountForm.Field field = fields.get(i);
      Map<String, Object> shown = view.getMap("fields[" + i + "]");
      assertThat(shown)
          .containsEntry("name", field.name())
          .containsEntry("label", field.label())
          .containsEntry("help", field.help())
          .containsEntry("required", field.required())
          .containsEntry("secret", field.secret())
          .containsEntry("pattern", field.pattern())
          .containsEntry("expected", field.expected());
      assertThat(shown.get("defaultValue")).isEqualTo(field.defaultValue());
    }
    assertThat(view.getList("channels.channel", String.class))
        .isEqualTo(provider.channels().stream().sorted().map(Channel::name).toList());
  }

  @Test
  void channelSaysWhatTheProviderCanDoThere() {
    // When
    JsonPath telesign = api.get(PATH + "/telesign").jsonPath();
    JsonPath twilio = api.get(PATH + "/twilio").jsonPath();

    // Then
    assertThat(telesign.getList("channels[0].senderTypes"))
        .containsExactly("LONG_CODE", "SHORT_CODE", "TOLL_FREE", "ALPHANUMERIC");
    assertThat(telesign.getList("channels[0].features")).containsExactly("DELIVERY_RECEIPTS");
    assertThat(telesign.getInt("channels[0].longestText")).isPositive();
    assertThat(telesign.getString("channels[0].textUnit")).isEqualTo("CHARACTERS");
    assertThat(telesign.getInt("channels[0].mostAttachments")).isZero();
    assertThat(telesign.getString("channels[0].guarantee")).isNotBlank();
    assertThat(twilio.getList("channels.channel")).containsExactly("SMS", "WHATSAPP");
    assertThat(twilio.getList("channels[1].attachments", String.class)).contains("jpg", "pdf");
  }

  @Test
  void unknownProviderIsNotFound() {
    // When
    Response missing = api.get(PATH + "/acme");

    // Then
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.jsonPath().getString("type")).isEqualTo("urn:parley:problem:not-found");
  }

  static List<ChannelProvider> installed() {
    return List.copyOf(ChannelProviders.installed().all());
  }
}
