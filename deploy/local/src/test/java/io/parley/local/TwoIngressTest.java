package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.local.Settings.Part;
import io.parley.testing.server.FreePort;
import io.parley.testing.twilio.SignedWebhook;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class TwoIngressTest {

  @Test
  void twoMessagesOfANewCustomerAtTwoIngressInstancesAtOnceAreOneConversation(
      SystemUnderTest system) {
    // Given
    int second = FreePort.find();
    ChildProcess instance = system.stack().addInstance(Part.INGRESS, second);
    try {
      for (int i = 0; i < 10; i++) {
        twoAtOnce(system, second);
      }
    } finally {
      instance.stop();
    }
  }

  private static void twoAtOnce(SystemUnderTest system, int second) {
    String customer = system.newCustomer();
    SignedWebhook one = system.text(customer, "one");
    SignedWebhook two = system.text(customer, "two");

    // When
    CompletableFuture<Integer> atFirst = CompletableFuture.supplyAsync(() -> system.post(one));
    CompletableFuture<Integer> atSecond =
        CompletableFuture.supplyAsync(() -> SystemUnderTest.post(two, second));

    // Then
    assertThat(atFirst.join()).isEqualTo(200);
    assertThat(atSecond.join()).isEqualTo(200);
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .untilAsserted(
            () -> assertThat(system.threadOf(customer)).containsExactlyInAnyOrder("one", "two"));
    assertThat(
            system.sql(
                "select id from routing.conversation where customer_address = '%s'"
                    .formatted(customer)))
        .hasSize(1);
  }
}
