package io.parley.admin.configuration;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers about one object, with its version as a strong entity tag. */
public final class Answers {

  private Answers() {}

  /** The object as it is. */
  public static <V> RestResponse<V> present(StoredObject row, V view) {
    return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, tag(row)).build();
  }

  /**
   * The object that was created.
   *
   * @param collection path of its collection
   */
  public static <V> RestResponse<V> created(StoredObject row, V view, String collection) {
    return ResponseBuilder.<V>create(Status.CREATED)
        .entity(view)
        .header(HttpHeaders.ETAG, tag(row))
        .location(URI.create(collection + "/" + row.id()))
        .build();
  }

  private static String tag(StoredObject row) {
    return "\"" + row.version() + "\"";
  }
}
