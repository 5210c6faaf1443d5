package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twilio's own client understands every answer of the simulator. */
class OfficialClientTest {

  private final Stage stage = new Stage();
  private final TwilioRestClient client =
      new TwilioRestClient.Builder(Sample.ACCOUNT, Sample.TOKEN)
          .httpClient(new Redirected(stage.simulator.baseUrl()))
          .build();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void sends() {
    // When
    Message sent = send("Your parcel left today.");

    // Then
    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(sent.getBody()).isEqualTo("Your parcel left today.");
    assertThat(sent.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
    assertThat(sent.getNumSegments()).isEqualTo("1");
    assertThat(sent.getErrorCode()).isNull();
    assertThat(sent.getDateCreated()).isNotNull();
  }

  @Test
  void fetches() {
    // Given
    Message sent = send("Hi");

    // When
    Message fetched = Message.fetcher(sent.getSid()).fetch(client);

    // Then
    assertThat(fetched.getTo()).isEqualTo(Sample.CUSTOMER);
    assertThat(fetched.getUri()).isEqualTo(sent.getUri());
  }

  @Test
  void listsOverSeveralPages() {
    // Given
    for (int i = 1; i <= 5; i++) {
      send("text " + i);
    }

    // When
    List<String> bodies = new ArrayList<>();
    Message.reader()
        .setTo(new PhoneNumber(Sample.CUSTOMER))
        .setFrom(new PhoneNumber(Sample.NUMBER))
        .pageSize(2)
        .read(client)
        .forEach(message -> bodies.add(message.getBody()));

    // Then
    assertThat(bodies).containsExactly("text 5", "text 4", "text 3", "text 2", "text 1");
  }

  @Test
  void listsByDate() {
    // Given
    String sid = send("today").getSid();
    await().until(() -> Message.fetcher(sid).fetch(client).getDateSent() != null);
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

    // When
    long found = count(now.minusDays(1), now.plusDays(1));
    long foundTomorrow = count(now.plusDays(2), now.plusDays(3));

    // Then
    assertThat(found).isEqualTo(1);
    assertThat(foundTomorrow).isZero();
  }

  @Test
  void messageThatIsStillQueuedIsInNoListByDate() {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT,
            Sample.account(stage.receiver.base()).withDelays(new CallbackDelays(600_000, 0, 0)));
    send("queued");
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

    // When
    long byDate = count(now.minusDays(1), now.plusDays(1));
    List<Message> all = new ArrayList<>();
    Message.reader().setTo(new PhoneNumber(Sample.CUSTOMER)).read(client).forEach(all::add);

    // Then
    assertThat(byDate).isZero();
    assertThat(all).extracting(Message::getDateSent).containsExactly((ZonedDateTime) null);
  }

  @Test
  void readsTheAccountAndItsNumbers() {
    // When
    Account account = Account.fetcher(Sample.ACCOUNT).fetch(client);
    IncomingPhoneNumber number =
        IncomingPhoneNumber.reader()
            .setPhoneNumber(new PhoneNumber(Sample.NUMBER))
            .read(client)
            .iterator()
            .next();

    // Then
    assertThat(account.getStatus()).isEqualTo(Account.Status.ACTIVE);
    assertThat(number.getPhoneNumber().toString()).isEqualTo(Sample.NUMBER);
    assertThat(number.getCapabilities().getSms()).isTrue();
    assertThat(number.getSmsUrl()).hasToString(Sample.SMS_URL);
  }

  @Test
  void understandsRefusals() {
    // When
    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () -> Message.creator(new PhoneNumber("1"), new PhoneNumber("2"), "x").create(client));

    // Then
    assertThat(refused.getCode()).isEqualTo(21211);
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/21211");
  }

  private Message send(String body) {
    return Message.creator(new PhoneNumber(Sample.CUSTOMER), new PhoneNumber(Sample.NUMBER), body)
        .create(client);
  }

  private long count(ZonedDateTime after, ZonedDateTime before) {
    List<Message> found = new ArrayList<>();
    Message.reader()
        .setDateSentAfter(after)
        .setDateSentBefore(before)
        .read(client)
        .forEach(found::add);
    return found.size();
  }

  /** Sends what was meant for Twilio to the simulator. */
  private static final class Redirected extends HttpClient {
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
    private final String base;

    Redirected(String base) {
      this.base = base;
    }

    @Override
    public Response makeRequest(Request request) {
      String url = request.constructURL().toString().replaceFirst("https://[^/]+", base);
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(URI.create(url)).header("Authorization", request.getAuthString());
      request
          .getHeaderParams()
          .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
      switch (request.getMethod()) {
        case POST ->
            builder
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
        case GET, PUT, PATCH, DELETE, HEAD, OPTIONS -> builder.GET();
      }
      try {
        HttpResponse<String> response =
            http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        return new Response(response.body(), response.statusCode());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
