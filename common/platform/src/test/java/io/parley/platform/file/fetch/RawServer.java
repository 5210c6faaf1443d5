package io.parley.platform.file.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that says exactly what it is told to, byte for byte, also what is wrong. */
final class RawServer implements AutoCloseable {

  /** Writes an answer; an exception means that the client went away. */
  interface Answer {

    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Exception> interruptions = new CopyOnWriteArrayList<>();

  RawServer(Answer answer) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(answer));
  }

  static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private void serve(Answer answer) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection, answer));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection, Answer answer) {
    try (connection) {
      requests.add(head(connection));
      answer.write(connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      interruptions.add(e);
    }
  }

  private static String head(Socket connection) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  /** Request lines and headers, in the order of their arrival. */
  List<String> requests() {
    return requests;
  }

  /** How often the client went away before the answer was written. */
  int interruptions() {
    return interruptions.size();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** A URL on this server, by this host name. */
  URI at(String host, String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
