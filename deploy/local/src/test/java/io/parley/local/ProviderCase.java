package io.parley.local;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One provider as a customer, an administrator and its simulator see it. Values are those of the
 * provider files; {@code {n}} in a customer's text is replaced by the simulator.
 *
 * @param provider its name in Parley
 * @param channel the channel
 * @param settings of the account
 * @param secrets of the account
 * @param address our address as an administrator enters it
 * @param type its type
 * @param customer the customer as Parley knows it
 * @param simulatorAccount paths and bodies that make the account known to the simulator, given the
 *     account's webhook URL
 * @param inbound path and body that let the customer write, given what is written
 */
record ProviderCase(
    String provider,
    String channel,
    Map<String, String> settings,
    Map<String, String> secrets,
    String address,
    String type,
    String customer,
    Function<String, List<Order>> simulatorAccount,
    Function<String, Order> inbound) {

  /**
   * A call of the simulator's control API.
   *
   * @param path below {@code /control}
   * @param body as JSON
   */
  record Order(String path, Map<String, ?> body) {}

  @Override
  public String toString() {
    return provider + " " + channel;
  }
}
