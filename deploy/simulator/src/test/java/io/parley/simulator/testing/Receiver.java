package io.parley.simulator.testing;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.http.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A tiny application with webhooks: keeps what it gets and answers as told. */
public final class Receiver implements AutoCloseable {

  public static final Answer.Reply TWIML =
      Answer.text(
          200,
          "text/xml; charset=utf-8",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private volatile Function<Request, Answer> usual = request -> TWIML;
  private final WebServer server;

  public Receiver() {
    try {
      server =
          WebServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next requests are answered so, in this order; later ones with empty TwiML. */
  public void answerNext(Answer... next) {
    answers.addAll(List.of(next));
  }

  /** Requests that nothing else is said about are answered so. */
  public void answerBy(Function<Request, Answer> rule) {
    usual = rule;
  }

  public String base() {
    return "http://localhost:" + server.port();
  }

  public List<Request> requests() {
    return requests;
  }

  public List<Parameters> forms() {
    return requests.stream().map(Request::form).toList();
  }

  public List<String> values(String parameter) {
    return forms().stream().map(form -> form.text(parameter)).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer take(Request request) {
    requests.add(request);
    Answer next = answers.poll();
    return next == null ? usual.apply(request) : next;
  }
}
