package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stands in for the network under the official client and keeps what it would have sent. */
final class CapturingClient implements HttpClient {

  private final List<HttpRequest> requests = new ArrayList<>();
  private final int status;
  private final String answer;

  CapturingClient(int status, String answer) {
    this.status = status;
    this.answer = answer;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    requests.add(request);
    return Mono.just(new Answer(request, status, answer.getBytes(UTF_8)));
  }

  HttpRequest only() {
    if (requests.size() != 1) {
      throw new AssertionError("the client made " + requests.size() + " calls");
    }
    return requests.getFirst();
  }

  private static final class Answer extends HttpResponse {

    private final int status;
    private final byte[] body;

    Answer(HttpRequest request, int status, byte[] body) {
      super(request);
      this.status = status;
      this.body = body;
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    @Deprecated
    public @Nullable String getHeaderValue(String name) {
      return getHeaders().getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.just(ByteBuffer.wrap(body));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString() {
      return getBodyAsString(UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just(new String(body, charset));
    }
  }
}
