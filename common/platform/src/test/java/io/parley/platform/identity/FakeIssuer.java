package io.parley.platform.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect issuer as far as verifying tokens goes: discovery, key set, signed tokens. */
final class FakeIssuer implements AutoCloseable {

  static final String AUDIENCE = "parley-api";

  private final HttpServer server;
  private final List<RsaJsonWebKey> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();

  FakeIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(url(), url())));
    server.createContext(
        "/keys",
        exchange -> {
          reads.incrementAndGet();
          answer(exchange, new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY));
        });
    server.start();
    rotate();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  int reads() {
    return reads.get();
  }

  /** From now on another key signs; the former ones are withdrawn. */
  void rotate() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("key-" + System.nanoTime());
      key.setUse("sig");
      keys.clear();
      keys.add(key);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  PublicJsonWebKey key() {
    return keys.get(0);
  }

  /** A token for a verified address, changed in some way before it is signed. */
  String token(Consumer<JwtClaims> change) {
    return sign(claims(change), key().getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  JwtClaims claims(Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(url());
    claims.setAudience(AUDIENCE);
    claims.setSubject("somebody-there");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setClaim("email", "Ada@Example.org");
    claims.setClaim("email_verified", true);
    change.accept(claims);
    return claims;
  }

  String sign(JwtClaims claims, Key with, String algorithm) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims.toJson());
      signature.setKeyIdHeaderValue(key().getKeyId());
      signature.setAlgorithmHeaderValue(algorithm);
      signature.setKey(with);
      signature.setDoKeyValidation(false);
      signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
