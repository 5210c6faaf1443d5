package io.parley.platform.file;

import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the S3 store from its configuration. */
final class S3Connection {

  private S3Connection() {}

  /**
   * The store; nothing is sent yet.
   *
   * @throws IllegalStateException if the configuration is not complete
   */
  static S3FileStore open(FileSettings settings, Clock clock) {
    FileSettings.S3 s3 = settings.s3();
    String bucket =
        s3.bucket()
            .orElseThrow(() -> new IllegalStateException("parley.files.s3.bucket is not set"));
    S3ClientBuilder client =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(s3.connectTimeout())
                    .socketTimeout(s3.silence()))
            .region(Region.of(s3.region()))
            .forcePathStyle(s3.pathStyle())
            .credentialsProvider(credentials(s3))
            // Many stores do not know the newer checksums in trailers.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    s3.endpoint().ifPresent(client::endpointOverride);
    return new S3FileStore(client.build(), bucket, s3.prefix().orElse(""), settings.spool(), clock);
  }

  private static AwsCredentialsProvider credentials(FileSettings.S3 s3) {
    if (s3.accessKey().isPresent() != s3.secretKey().isPresent()) {
      throw new IllegalStateException(
          "parley.files.s3.access-key and parley.files.s3.secret-key are set together or not at all");
    }
    return s3.accessKey().isPresent()
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(s3.accessKey().get(), s3.secretKey().orElseThrow()))
        : DefaultCredentialsProvider.builder().build();
  }
}
