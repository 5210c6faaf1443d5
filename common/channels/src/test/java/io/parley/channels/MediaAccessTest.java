package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Channel;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaAccessTest {

  private static final URI SIMULATOR = URI.create("http://localhost:8090");

  /** A provider that trusts its own host, and whatever stands in its place. */
  private static final MediaAccess ACCESS =
      (url, context) ->
          "api.example.org".equals(url.getHost()) || context.endpoints().isOverride(url)
              ? Map.of("Authorization", List.of("secret"))
              : Map.of();

  private static CallContext at(Endpoints endpoints) {
    return new CallContext(
        new OpenAccount(UUID.randomUUID(), Channel.SMS, Map.of(), Map.of(), List.of()),
        endpoints,
        Instant.EPOCH,
        null);
  }

  @Test
  void providersOwnHostIsWhereConfigurationPutsIt() {
    assertThat(
            ACCESS.locate(
                URI.create("https://api.example.org/media/1?size=large"),
                at(new Endpoints(SIMULATOR))))
        .isEqualTo(URI.create("http://localhost:8090/media/1?size=large"));
  }

  @Test
  void otherHostsStayWhereTheyAre() {
    URI elsewhere = URI.create("https://cdn.example.net/1");
    assertThat(ACCESS.locate(elsewhere, at(new Endpoints(SIMULATOR)))).isEqualTo(elsewhere);
  }

  @Test
  void urlThatIsThereAlreadyIsNotPutThereTwice() {
    URI url = URI.create("http://localhost:8090/base/media/1");
    assertThat(ACCESS.locate(url, at(new Endpoints(URI.create("http://localhost:8090/base")))))
        .isEqualTo(url);
  }

  @Test
  void withoutConfigurationEverythingIsWhereItSays() {
    URI own = URI.create("https://api.example.org/media/1");
    assertThat(ACCESS.locate(own, at(Endpoints.REAL))).isEqualTo(own);
  }
}
