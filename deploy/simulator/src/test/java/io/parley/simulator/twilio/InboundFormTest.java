package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.http.Parameters;
import io.parley.simulator.testing.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundFormTest {

  private static final String BUTTON_SID = "SMaabbccddeeff00112233445566778899";

  @Test
  void textMessageIsTheExampleOfTheProviderFile() {
    // Given
    String body = "Héllo, where is order #42? 📦 ";
    InboundOrder order = InboundOrder.text(Sample.ACCOUNT, Sample.CUSTOMER, Sample.NUMBER, body);

    // When
    Parameters form = InboundForm.of(order, "SM0a1b2c3d4e5f60718293a4b5c6d7e8f9", body, null);

    // Then
    assertThat(Signature.of(Sample.TOKEN, Sample.SMS_URL + "?tenant=acme", form))
        .isEqualTo("FVczjAyngOAKWK67VV7547FyTKw=");
  }

  @Test
  void buttonReplyIsTheExampleOfTheProviderFile() {
    // Given
    InboundOrder order =
        new InboundOrderBuilder(Sample.ACCOUNT, Sample.WHATSAPP_CUSTOMER, Sample.WHATSAPP_SENDER)
            .button("Yes, confirm", "confirm_8841")
            .profileName("Zoë Quist")
            .repliedTo("MM11112222333344445555666677778888", Sample.WHATSAPP_SENDER)
            .build();

    // When
    Parameters form = InboundForm.of(order, BUTTON_SID, "", null);

    // Then
    assertThat(Signature.of(Sample.TOKEN, Sample.WHATSAPP_URL, form))
        .isEqualTo("WuEPtw+GwAfsS5WuuFarr6eAeRw=");
  }

  @Test
  void locationIsTheExampleOfTheProviderFile() {
    // Given
    InboundOrder order =
        new InboundOrderBuilder(Sample.ACCOUNT, Sample.WHATSAPP_CUSTOMER, Sample.WHATSAPP_SENDER)
            .location("52.370216", "4.895168", "Dam", "Dam, Amsterdam")
            .profileName("Zoë Quist")
            .build();

    // When
    Parameters form = InboundForm.of(order, "SM1029384756afbecd1029384756afbecd", "", null);

    // Then
    assertThat(Signature.of(Sample.TOKEN, Sample.WHATSAPP_URL, form))
        .isEqualTo("LcSPppsRRfa1of8vgOA/YLefV0g=");
  }

  @Test
  void mediaGetNumberedParametersAndUrlsLikeTwilios() {
    // Given
    InboundOrder order =
        new InboundOrderBuilder(Sample.ACCOUNT, Sample.CUSTOMER, Sample.NUMBER)
            .media("https://media.example.org/a.jpg", "image/jpeg")
            .media(null, "text/vcard")
            .build();

    // When
    Parameters form = InboundForm.of(order, "MM0a1b2c3d4e5f60718293a4b5c6d7e8f9", "", null);

    // Then
    assertThat(form.text("NumMedia")).isEqualTo("2");
    assertThat(form.text("MediaUrl0")).isEqualTo("https://media.example.org/a.jpg");
    assertThat(form.text("MediaContentType1")).isEqualTo("text/vcard");
    assertThat(form.text("MediaUrl1"))
        .matches("https://api.twilio.com/2010-04-01/Accounts/AC\\w+/Messages/MM\\w+/Media/ME\\w+");
  }

  @Test
  void userWhoHidesTheNumberHasAnIdInPlaceOfOne() {
    // Given
    String user = "whatsapp:NL.13491208655302741918";
    InboundOrder order = InboundOrder.text(Sample.ACCOUNT, user, Sample.WHATSAPP_SENDER, "Hi");

    // When
    Parameters form = InboundForm.of(order, BUTTON_SID, "Hi", null);

    // Then
    assertThat(form.text("ExternalUserId")).isEqualTo(user);
    assertThat(form.first("WaId")).isNull();
  }

  @Test
  void extraParametersReplaceUsualOnes() {
    // Given
    InboundOrder order =
        new InboundOrderBuilder(Sample.ACCOUNT, Sample.WHATSAPP_CUSTOMER, Sample.WHATSAPP_SENDER)
            .parameter("ReferralNumMedia", "1")
            .parameter("ReferralSourceType", "ad")
            .build();

    // When
    Parameters form = InboundForm.of(order, BUTTON_SID, "Hi", null);

    // Then
    assertThat(form.all("ReferralNumMedia")).isEqualTo(List.of("1"));
    assertThat(form.text("ReferralSourceType")).isEqualTo("ad");
  }

  @Test
  void optOutTypeIsThereOnlyWithAdvancedOptOut() {
    // Given
    InboundOrder order = InboundOrder.text(Sample.ACCOUNT, Sample.CUSTOMER, Sample.NUMBER, "stop");

    // When
    Parameters plain = InboundForm.of(order, BUTTON_SID, "stop", service(false));
    Parameters advanced = InboundForm.of(order, BUTTON_SID, "stop", service(true));

    // Then
    assertThat(plain.first("OptOutType")).isNull();
    assertThat(advanced.text("OptOutType")).isEqualTo("STOP");
  }

  private static MessagingServiceSettings service(boolean advanced) {
    return new MessagingServiceSettings(
        "MG00112233445566778899aabbccddeeff", List.of(Sample.NUMBER), null, true, null, advanced);
  }
}
