package io.parley.platform.provider;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Status and headers of an answer, kept aside while its body is read as a stream. */
final class AnswerHead {

  static final String PROPERTY = AnswerHead.class.getName();

  private int status;
  private Map<String, List<String>> headers = Map.of();

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  /** Notes the head of each answer. */
  static final class Keeper implements ClientResponseFilter {

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      if (request.getProperty(PROPERTY) instanceof AnswerHead head) {
        head.status = response.getStatus();
        head.headers = new HashMap<>(response.getHeaders());
      }
    }
  }
}
