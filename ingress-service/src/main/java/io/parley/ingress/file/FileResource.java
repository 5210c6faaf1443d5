package io.parley.ingress.file;

import io.parley.platform.file.ContentDisposition;
import io.parley.platform.file.FileLinks;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.OpenFile;
import io.parley.platform.file.StoredFile;
import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * Gives a file to whoever has a link from {@link FileLinks}: the provider that is to send it, the
 * customer's browser. The name in the path is for them; the token alone opens the file. Nothing
 * here is ever run in a browser, whatever the file holds.
 */
@Path("/files/{token}/{fileName}")
@RunOnVirtualThread
class FileResource {

  private static final Logger LOG = Logger.getLogger(FileResource.class);

  private static final String POLICY = "sandbox; default-src 'none'";

  /** A link ends; what it gave must not stay in a cache for much longer. */
  private static final String CACHED = "private, max-age=300";

  private static final String RETRY_SECONDS = "2";

  private final FileLinks links;
  private final Instance<FileStore> store;
  private final Downloads downloads;
  private final DownloadSettings settings;

  FileResource(
      FileLinks links, Instance<FileStore> store, Downloads downloads, DownloadSettings settings) {
    this.links = links;
    this.store = store;
    this.downloads = downloads;
    this.settings = settings;
  }

  /** The file. */
  @GET
  @Operation(summary = "Gives the file that a link opens, while the link is valid.")
  public Response get(@PathParam("token") String token, @Context RoutingContext call) {
    UUID id = links.open(token).orElseThrow(FileResource::notFound);
    Runnable place = downloads.place().orElse(null);
    if (place == null) {
      return busy();
    }
    Download download = null;
    try {
      OpenFile file = store.get().open(id).orElseThrow(FileResource::notFound);
      download = new Download(file, place, settings.timeLimit());
      closeWith(call, download);
      return describe(file.file()).entity(download).build();
    } catch (IOException | UncheckedIOException e) {
      throw away(id, e);
    } finally {
      if (download == null) {
        place.run();
      }
    }
  }

  /** What {@link #get} says about the file, without the file. */
  @HEAD
  @Operation(summary = "As GET, without the file.")
  public Response head(@PathParam("token") String token) {
    UUID id = links.open(token).orElseThrow(FileResource::notFound);
    Runnable place = downloads.place().orElse(null);
    if (place == null) {
      return busy();
    }
    try {
      return describe(store.get().find(id).orElseThrow(FileResource::notFound)).build();
    } catch (IOException | UncheckedIOException e) {
      throw away(id, e);
    } finally {
      place.run();
    }
  }

  /** A reader may go away before the file is asked for its first byte. */
  private static void closeWith(RoutingContext call, Download download) {
    call.addEndHandler(
        ignored ->
            Thread.ofVirtual()
                .name("close-download")
                .start(
                    () -> {
                      try {
                        download.close();
                      } catch (IOException e) {
                        LOG.warnf("File was not closed. error=%s", e);
                      }
                    }));
  }

  private static Response.ResponseBuilder describe(StoredFile file) {
    return Response.ok()
        .header(HttpHeaders.CONTENT_TYPE, file.contentType())
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.of(file))
        .header(HttpHeaders.CACHE_CONTROL, CACHED)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", POLICY);
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such file, or not any more.");
  }

  private static ProblemException away(UUID id, Exception cause) {
    LOG.warnf("File store does not answer. fileId=%s error=%s", id, cause);
    return new ProblemException(ProblemType.UNAVAILABLE, "The file cannot be read now.");
  }

  private static Response busy() {
    return Response.status(ProblemType.UNAVAILABLE.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .entity(Problem.of(ProblemType.UNAVAILABLE, "Too many files are being read now."))
        .build();
  }
}
