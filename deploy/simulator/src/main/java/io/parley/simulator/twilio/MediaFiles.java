package io.parley.simulator.twilio;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Request;
import io.parley.simulator.http.SampleFiles;
import io.parley.simulator.provider.Bounded;
import java.util.Map;

/**
 * Attachments of customers (twilio-sms.md §3.3): the API answers with a redirect to a storage host,
 * which takes the signed URL and refuses who also shows credentials.
 */
final class MediaFiles {

  /** Where the storage is; another host in reality. */
  static final String STORAGE = "/twilio-media/";

  private final Bounded<String, String> typesBySid;

  MediaFiles(int most) {
    typesBySid = new Bounded<>(most);
  }

  /** The SID of an attachment of a message. */
  static String sid(String messageSid, int index) {
    return Sids.lasting("ME", messageSid + index);
  }

  void remember(String messageSid, int index, String contentType) {
    typesBySid.put(sid(messageSid, index), contentType);
  }

  /** What the API says of an attachment. */
  Answer locate(String mediaSid) {
    if (!typesBySid.has(mediaSid)) {
      throw TwilioError.NOT_FOUND.refused();
    }
    String location = STORAGE + mediaSid + "?signature=" + Sids.lasting("", mediaSid);
    return new Answer.Reply(307, Map.of("Location", location), "", null);
  }

  /** What the storage gives. */
  Answer read(Request request) {
    String mediaSid = request.path().substring(STORAGE.length());
    if (request.header("authorization") != null) {
      return Answer.text(400, "application/xml", "<Error><Code>InvalidArgument</Code></Error>");
    }
    return request.query().text("signature").equals(Sids.lasting("", mediaSid))
        ? typesBySid
            .get(mediaSid)
            .<Answer>map(type -> new Answer.File(type, SampleFiles.of(type)))
            .orElseGet(() -> Answer.empty(404))
        : Answer.empty(403);
  }

  void clear() {
    typesBySid.clear();
  }
}
