package io.parley.ingress.publication;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps the connector's two lines about each record that Kafka refused out of the log. In an outage
 * they would be a flood; the fallback reports it once. Everything else that the connector says
 * passes.
 */
@LoggingFilter(name = "refused-records")
public final class RefusedRecordsFilter implements Filter {

  private static final String CONNECTOR = "io.smallrye.reactive.messaging.kafka";
  private static final String UNABLE_TO_WRITE = "SRMSG18206:";
  private static final String MESSAGE_NOT_SENT = "SRMSG18212:";

  @Override
  public boolean isLoggable(LogRecord line) {
    String text = line.getMessage();
    return text == null
        || !CONNECTOR.equals(line.getLoggerName())
        || !(text.startsWith(UNABLE_TO_WRITE) || text.startsWith(MESSAGE_NOT_SENT));
  }
}
