package io.parley.channels.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the network under the official SDK and keeps what it would have sent. */
final class CapturingClient extends HttpClient {

  private final List<Request> requests = new ArrayList<>();
  private final String answer;

  CapturingClient(String answer) {
    this.answer = answer;
  }

  @Override
  public Response makeRequest(Request request) {
    requests.add(request);
    return new Response(answer, request.getMethod().toString().equals("POST") ? 201 : 200);
  }

  Request only() {
    if (requests.size() != 1) {
      throw new AssertionError("the SDK made " + requests.size() + " calls");
    }
    return requests.getFirst();
  }
}
