package io.parley.platform.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Attachments: where they are kept and which are allowed. All services that touch files have the
 * same values.
 */
@ConfigMapping(prefix = "parley.files")
public interface FileSettings {

  /** The most that {@link #largest} may be: 128 MiB. */
  long UPPER_BOUND = 134_217_728;

  /** Where files are kept: in a folder, which all services must share, or in an S3 bucket. */
  @WithDefault("folder")
  Place store();

  /** The folder of {@code store=folder}; made when missing. */
  @WithDefault(".parley/files")
  Path folder();

  /** Where a content lies while it is received and checked; needs room for the largest files. */
  @WithDefault("${java.io.tmpdir}")
  Path spool();

  /** The most bytes of one file, at most 134217728 (domain/channels-and-accounts.md §3.1). */
  @WithDefault("5242880")
  long largest();

  /**
   * Extensions that are refused, in lower case without a dot. They replace the default list, which
   * holds what runs when it is opened: programs, scripts, installers, documents with macros,
   * shortcuts, disk images, and what configures a system.
   */
  Optional<List<String>> blockedExtensions();

  /** The bucket of {@code store=s3}. */
  S3 s3();

  /** A kind of file store. */
  enum Place {
    FOLDER,
    S3
  }

  /** Any store with the S3 API. */
  interface S3 {

    /** The bucket, which must exist. Required with {@code store=s3}. */
    Optional<String> bucket();

    /** Base URL of a store that is not Amazon's. */
    Optional<URI> endpoint();

    /** The bucket's region; most other stores take any. */
    @WithDefault("us-east-1")
    String region();

    /**
     * Whether the bucket stands in the path instead of the host name, as most other stores want.
     */
    @WithDefault("false")
    boolean pathStyle();

    /** Begins the key of every object, such as {@code attachments/}. */
    Optional<String> prefix();

    /**
     * Access key. Without it, credentials come from where the AWS SDK looks for them: environment,
     * profile, the container or the machine.
     */
    Optional<String> accessKey();

    /** The secret of {@link #accessKey}. */
    Optional<String> secretKey();

    /** How long a connection to the store may take. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long the store may stay silent during a call. */
    @WithDefault("PT30S")
    Duration silence();
  }
}
