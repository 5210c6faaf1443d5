package io.parley.simulator;

import io.parley.simulator.azure.Azure;
import io.parley.simulator.contract.Contract;
import io.parley.simulator.custom.Custom;
import io.parley.simulator.delivery.WebhookClient;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.google.Google;
import io.parley.simulator.google.Rcs;
import io.parley.simulator.google.TokenIssuer;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Request;
import io.parley.simulator.http.WebServer;
import io.parley.simulator.infobip.Infobip;
import io.parley.simulator.link.Link;
import io.parley.simulator.mylink.MyLink;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.recording.RecordedMessage;
import io.parley.simulator.recording.RecordedRequest;
import io.parley.simulator.recording.RecordedWebhook;
import io.parley.simulator.recording.Recorder;
import io.parley.simulator.telesign.Telesign;
import io.parley.simulator.twilio.Twilio;
import io.parley.simulator.vibes.Vibes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for messaging providers. Every provider that is registered here is served on the same
 * port, beside the control API under {@code /control}. The methods of this class and of those that
 * it gives for providers, such as {@link #twilio()}, do what the control API does, for tests in the
 * same process. Safe for use by many threads.
 */
public final class Simulator implements AutoCloseable {

  private final SimulatorClock clock = new SimulatorClock();
  private final FaultScript faults = new FaultScript();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Recorder recorder;
  private final WebhookClient webhooks;
  private final Twilio twilio;
  private final Telesign telesign;
  private final Infobip infobip;
  private final Azure azure;
  private final Google google;
  private final Rcs rcs;
  private final Link link;
  private final MyLink mylink;
  private final Vibes vibes;
  private final Custom custom;
  private final Contract contract;
  private final List<Provider> providers;
  private final ControlApi control;
  private final WebServer server;

  private Simulator(SimulatorOptions options) throws IOException {
    recorder = new Recorder(options.keepRequests(), options.keepMessages());
    webhooks = new WebhookClient(recorder, clock);
    Environment environment =
        new Environment(clock, faults, recorder, webhooks, background, options.keepMessages());
    twilio = new Twilio(environment);
    telesign = new Telesign(environment);
    infobip = new Infobip(environment);
    azure = new Azure(environment, this::baseUrl);
    TokenIssuer googleTokens = new TokenIssuer(clock);
    google = new Google(environment, googleTokens);
    rcs = new Rcs(environment, googleTokens);
    link = new Link(environment);
    mylink = new MyLink(environment);
    vibes = new Vibes(environment);
    custom = new Custom(environment);
    contract = new Contract(environment);
    providers =
        List.of(
            twilio, telesign, infobip, azure, google, rcs, link, mylink, vibes, custom, contract);
    control = new ControlApi(clock, faults, recorder, providers);
    server = WebServer.start(options.address(), this::answer);
  }

  /**
   * Starts on the loopback address.
   *
   * @param port 0 for any free port
   * @throws UncheckedIOException if the port is taken
   */
  public static Simulator start(int port) {
    return start(SimulatorOptions.port(port));
  }

  /**
   * Starts as told.
   *
   * @throws UncheckedIOException if the address is taken
   */
  public static Simulator start(SimulatorOptions options) {
    try {
      return new Simulator(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.port();
  }

  /** Takes the place of every provider's host, without a slash at the end. */
  public String baseUrl() {
    return "http://localhost:" + port();
  }

  public Twilio twilio() {
    return twilio;
  }

  public Telesign telesign() {
    return telesign;
  }

  public Infobip infobip() {
    return infobip;
  }

  /** Azure Communication Services. */
  public Azure azure() {
    return azure;
  }

  /** Business Messages. */
  public Google google() {
    return google;
  }

  public Rcs rcs() {
    return rcs;
  }

  /** LINK Mobility's Common API. */
  public Link link() {
    return link;
  }

  public MyLink mylink() {
    return mylink;
  }

  public Vibes vibes() {
    return vibes;
  }

  /** Freely declared providers. */
  public Custom custom() {
    return custom;
  }

  /** Providers that speak the neutral contract of custom channels. */
  public Contract contract() {
    return contract;
  }

  /** The clock that message dates and WhatsApp sessions go by. */
  public Clock clock() {
    return clock;
  }

  public void advanceClock(Duration by) {
    clock.advance(by);
  }

  public void setClock(Instant to) {
    clock.setTo(to);
  }

  /** Replaces all fault rules; without any, everything goes well again. */
  public void faults(FaultRule... rules) {
    faults.replace(List.of(rules));
  }

  public List<FaultScript.Progress> faultProgress() {
    return faults.progress();
  }

  /** Messages taken so far, in order of arrival. */
  public List<RecordedMessage> messages(MessageFilter filter) {
    return recorder.messages(filter);
  }

  public List<RecordedMessage> messages() {
    return recorder.messages(MessageFilter.ALL);
  }

  /** Requests to providers, refused ones too, in order of completion. */
  public List<RecordedRequest> requests() {
    return recorder.requests();
  }

  /** Outgoing calls, in order of completion. */
  public List<RecordedWebhook> webhooks() {
    return recorder.webhooks();
  }

  /** Forgets everything: accounts, templates, faults, records, moves of the clock. */
  public void reset() {
    control.reset();
  }

  /** Stops at once; callbacks that are still to come are not made. */
  @Override
  public void close() {
    server.close();
    background.shutdownNow();
    webhooks.close();
  }

  private Answer answer(Request request) {
    if (ControlApi.serves(request)) {
      return control.answer(request);
    }
    Instant at = clock.instant();
    long started = System.nanoTime();
    Answer answer =
        providers.stream()
            .filter(provider -> provider.serves(request))
            .findFirst()
            .map(provider -> provider.answer(request))
            .orElseGet(() -> Answer.empty(404));
    record(request, answer, at, (System.nanoTime() - started) / 1_000_000);
    return answer;
  }

  private void record(Request request, Answer answer, Instant at, long milliseconds) {
    Answer.Reply reply = answer instanceof Answer.Reply r ? r : null;
    recorder.request(
        new RecordedRequest(
            0,
            at,
            request.method(),
            request.path(),
            request.rawQuery(),
            request.header("content-type"),
            providers.stream().anyMatch(provider -> provider.carriesSecrets(request))
                ? ""
                : request.body(),
            reply == null ? 0 : reply.status(),
            reply == null ? null : reply.errorCode(),
            milliseconds));
  }
}
