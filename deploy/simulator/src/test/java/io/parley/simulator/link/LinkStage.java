package io.parley.simulator.link;

import io.parley.simulator.Simulator;
import io.parley.simulator.http.Json;
import io.parley.simulator.testing.Exchange;
import io.parley.simulator.testing.Receiver;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A simulator with the sample account of the provider file. */
final class LinkStage implements AutoCloseable {

  static final String LOGIN = "Basic aGFyYm9yX2FwaTpLZWxwJlRpZGUtOQ==";
  static final String HOOK_LOGIN = "Basic ZGxyX2hvb2s6Wng4MS1wdXNo";
  static final String SEND =
      """
      {"source":"27333","sourceTON":"SHORTNUMBER","destination":"+4790012345","destinationTON":"MSISDN",
       "dcs":"TEXT","userData":"Hei! Pakken kommer torsdag.","useDeliveryReport":true,"deliveryReportGates":["Tq3mVbZk"],
       "platformId":"COMMON_API","platformPartnerId":"48213","refId":"01HPX3M8Z7Q4","ignoreResponse":false,
       "moReferenceId":"Ff0kR2+uYQkAAAGQm1/8pTz4","customParameters":{"replySmsCount":"true"}}
      """;

  final Receiver receiver = new Receiver();
  final Simulator simulator = Simulator.start(0);

  LinkStage() {
    put("");
  }

  /** The sample account with further settings, each followed by a comma. */
  void put(String more) {
    put(more, "\"acknowledge\": false");
  }

  void put(String more, String gate) {
    simulator
        .link()
        .putAccount(
            "48213",
            Json.read(
                """
                {%s "username": "harbor_api", "password": "Kelp&Tide-9", "clientId": "harbor", "clientSecret": "s3cret",
                 "platformId": "COMMON_API", "platformPartnerId": "48213", "sources": ["27333", "+4759440011", "Harbor"],
                 "inboundGateId": "Mx2cTy7p", "deliverTo": "%s",
                 "gates": [
                   {"id": "Tq3mVbZk", %s, "destinations": [
                     {"url": "https://chat.harborbooks.example/hooks/link/dlr", "username": "dlr_hook", "password": "Zx81-push",
                      "customParameters": {"http.header1": "X-Harbor-Hook:Zk3vQ9"}}]},
                   {"id": "Mx2cTy7p", "refId": "harbor-mo", %s, "destinations": [
                     {"url": "https://chat.harborbooks.example/hooks/link/mo", "username": "dlr_hook", "password": "Zx81-push"}]}]}
                """
                    .formatted(more, receiver.base(), gate, gate),
                LinkSettings.class));
  }

  Exchange.Result send(String body) throws IOException, InterruptedException {
    return call("POST", "/sms/send", LOGIN, body);
  }

  Exchange.Result call(String method, String path, String authorization, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    return Exchange.call(method, simulator.baseUrl() + path, headers, body.isEmpty() ? null : body);
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
  }
}
