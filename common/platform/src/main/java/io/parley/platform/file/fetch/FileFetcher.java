package io.parley.platform.file.fetch;

import io.parley.platform.file.FileConflictException;
import io.parley.platform.file.FileIntake;
import io.parley.platform.file.FileRules;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.FileStoreException;
import io.parley.platform.file.IntakeResult;
import io.parley.platform.file.Refusal;
import io.parley.platform.file.RefusalReason;
import io.parley.platform.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from URLs that strangers state into the store. It connects to public addresses
 * only, checked after name resolution; follows at most five redirects, each of them checked anew;
 * gives every host only the headers that the caller has for it; and reads no longer than the time
 * limit and no more than the largest file. Blocks: call it on a virtual or worker thread.
 * Thread-safe.
 */
public final class FileFetcher implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(FileFetcher.class);
  private static final int MOST_REDIRECTS = 5;

  private final FileIntake intake;
  private final FileStore store;
  private final FileRules rules;
  private final UrlRules urls;
  private final FetchSettings settings;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarms;

  public FileFetcher(FileIntake intake, FileStore store, FileRules rules, FetchSettings settings) {
    this(intake, store, rules, settings, SystemDefaultDnsResolver.INSTANCE);
  }

  FileFetcher(
      FileIntake intake,
      FileStore store,
      FileRules rules,
      FetchSettings settings,
      DnsResolver resolver) {
    this.intake = intake;
    this.store = store;
    this.rules = rules;
    this.urls = new UrlRules(settings.plainHttp());
    this.settings = settings;
    this.client = FetchClient.open(settings, resolver);
    this.alarms =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("file-fetch-alarms").factory());
  }

  /**
   * Fetches a file and stores it. What is stored already under its id is not fetched again, so the
   * same call may be made any number of times.
   */
  public FetchResult fetch(FileRequest request) {
    FetchResult result = attempt(request);
    if (result instanceof FetchResult.Failed failed) {
      LOG.infof(
          "File could not be fetched. fileId=%s host=%s reason=\"%s\" retryable=%s",
          request.id(), request.url().getHost(), failed.explanation(), failed.retryable());
    }
    return result;
  }

  private FetchResult attempt(FileRequest request) {
    Deadline deadline = Deadline.in(settings.timeLimit());
    try {
      Optional<StoredFile> known = store.find(request.id());
      if (known.isPresent()) {
        return new FetchResult.Stored(known.get());
      }
      return fetch(request, deadline);
    } catch (ForbiddenAddressException e) {
      return refused("The file's address leads to a host that is not public.");
    } catch (UnknownHostException e) {
      return new FetchResult.Failed("The file's host is not known.", true);
    } catch (FileStoreException e) {
      LOG.warnf(e, "The file store does not answer. fileId=%s", request.id());
      return new FetchResult.Failed("The file store does not answer.", true);
    } catch (IOException | HttpException e) {
      return new FetchResult.Failed(
          deadline.isOver()
              ? "The download took longer than " + settings.timeLimit().toSeconds() + " s."
              : "The download broke off (" + e.getClass().getSimpleName() + ").",
          true);
    }
  }

  private FetchResult fetch(FileRequest request, Deadline deadline)
      throws IOException, HttpException {
    URI url = request.url();
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      switch (visit(request, url, deadline)) {
        case Step.Ended(FetchResult result) -> {
          return result;
        }
        case Step.Redirected(URI target) -> url = target;
      }
    }
    return new FetchResult.Failed("The file's host redirects too often.", false);
  }

  /** One request and its answer. */
  private Step visit(FileRequest request, URI url, Deadline deadline)
      throws IOException, HttpException {
    Optional<Refusal> refusal = urls.refuse(url);
    if (refusal.isPresent()) {
      return new Step.Ended(new FetchResult.Refused(refusal.get()));
    }
    HttpGet get = get(request, url, deadline);
    Future<?> alarm = alarms.schedule(get::cancel, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    ClassicHttpResponse response = null;
    try {
      response = client.executeOpen(RoutingSupport.determineHost(get), get, null);
      return answer(request, url, response);
    } finally {
      alarm.cancel(false);
      // Closing alone would read what is left of a body, however long that is.
      get.cancel();
      Closer.closeQuietly(response);
    }
  }

  private HttpGet get(FileRequest request, URI url, Deadline deadline) throws IOException {
    HttpGet get = new HttpGet(url);
    request
        .headers()
        .apply(url)
        .forEach((name, values) -> values.forEach(value -> get.addHeader(name, value)));
    get.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    Duration left = deadline.left();
    if (left.isZero()) {
      throw new IOException("no time left");
    }
    get.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(left))
            .setResponseTimeout(Timeout.of(settings.silence()))
            .build());
    return get;
  }

  private Step answer(FileRequest request, URI url, ClassicHttpResponse response)
      throws IOException {
    int status = response.getCode();
    if (StatusRules.isRedirect(status)) {
      return redirect(url, value(response, HttpHeaders.LOCATION));
    }
    HttpEntity body = response.getEntity();
    return new Step.Ended(
        status == HttpStatus.SC_OK && body != null
            ? take(request, url, response, body)
            : StatusRules.resultOf(status));
  }

  private static Step redirect(URI url, @Nullable String location) {
    try {
      if (location != null) {
        return new Step.Redirected(url.resolve(location.strip()));
      }
    } catch (IllegalArgumentException e) {
      LOG.debugf("Redirect to something that is no URL. host=%s", url.getHost());
    }
    return new Step.Ended(new FetchResult.Failed("The file's host redirects to nowhere.", false));
  }

  private FetchResult take(
      FileRequest request, URI url, ClassicHttpResponse response, HttpEntity body)
      throws IOException {
    Optional<Refusal> tooLarge = rules.refuseSize(body.getContentLength());
    if (tooLarge.isPresent()) {
      return new FetchResult.Refused(tooLarge.get());
    }
    String encoding = body.getContentEncoding();
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return new FetchResult.Failed("The host sends the file compressed, unasked.", false);
    }
    try {
      // Not closed here, see where the response is.
      InputStream content = body.getContent();
      return switch (intake.accept(
          request.id(), name(request, url, response), type(request, body), content)) {
        case IntakeResult.Stored(StoredFile file) -> new FetchResult.Stored(file);
        case IntakeResult.Refused(Refusal refusal) -> new FetchResult.Refused(refusal);
      };
    } catch (FileConflictException e) {
      // Somebody else fetched it meanwhile, and the host gives another content each time.
      return store
          .find(request.id())
          .<FetchResult>map(FetchResult.Stored::new)
          .orElseGet(() -> new FetchResult.Failed("The file was deleted meanwhile.", true));
    }
  }

  private static @Nullable String name(FileRequest request, URI url, ClassicHttpResponse response) {
    return Optional.ofNullable(request.statedName())
        .or(() -> StatedNames.inHeader(value(response, HttpHeaders.CONTENT_DISPOSITION)))
        .or(() -> StatedNames.inPath(url))
        .orElse(null);
  }

  private static @Nullable String type(FileRequest request, HttpEntity body) {
    return request.statedType() != null ? request.statedType() : body.getContentType();
  }

  private static @Nullable String value(ClassicHttpResponse response, String header) {
    Header first = response.getFirstHeader(header);
    return first == null ? null : first.getValue();
  }

  private static FetchResult refused(String explanation) {
    return new FetchResult.Refused(new Refusal(RefusalReason.FORBIDDEN_ADDRESS, explanation));
  }

  /** Ends whatever is under way. */
  @Override
  public void close() {
    alarms.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private sealed interface Step {

    record Redirected(URI target) implements Step {}

    record Ended(FetchResult result) implements Step {}
  }
}
