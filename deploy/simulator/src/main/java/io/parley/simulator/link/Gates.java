package io.parley.simulator.link;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** All gates, and the API for them (link-mobility.md §3). */
final class Gates {

  private static final int MOST_PER_ACCOUNT = 1_000;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Map<String, List<Gate>> gates = new ConcurrentHashMap<>();

  /** Replaces the account's gates by those of its settings. */
  void put(String accountId, LinkSettings settings) {
    List<Gate> own = new CopyOnWriteArrayList<>();
    settings.gates().forEach(gate -> own.add(named(gate, settings)));
    gates.put(accountId, own);
  }

  List<Gate> of(String accountId) {
    return gates.getOrDefault(accountId, List.of());
  }

  Optional<Gate> find(String accountId, String gateId) {
    return of(accountId).stream().filter(gate -> gate.idOrNone().equals(gateId)).findFirst();
  }

  void clear() {
    gates.clear();
  }

  /** Serves {@code /gate/partnergate…}. */
  Answer answer(Access.Account account, Request request) {
    List<String> path = new ArrayList<>(request.segments().subList(2, request.segments().size()));
    if (path.size() >= 4 && path.get(0).equals("platform") && path.get(2).equals("partner")) {
      check(account, path.get(1), path.get(3));
      path = path.subList(4, path.size());
      if (path.isEmpty()) {
        return list(account);
      }
    }
    return switch (request.method() + " " + path.size()) {
      case "POST 0" -> create(account, request);
      case "GET 2" -> Answer.json(200, wanted(account, path));
      case "PUT 2" -> replace(account, wanted(account, path), request);
      case "DELETE 2" -> delete(account, path);
      default -> Answer.empty(405);
    };
  }

  private Answer list(Access.Account account) {
    if (of(account.id()).isEmpty()) {
      throw LinkError.GATE_NONE.refused();
    }
    return Answer.json(200, of(account.id()));
  }

  private synchronized Answer create(Access.Account account, Request request) {
    List<Gate> own = gates.computeIfAbsent(account.id(), id -> new CopyOnWriteArrayList<>());
    Gate gate = read(account, request);
    if (gate.refId() != null
        && own.stream().anyMatch(other -> gate.refId().equals(other.refId()))) {
      throw LinkError.GATE_REF_USED.refused();
    }
    if (own.size() >= MOST_PER_ACCOUNT) {
      throw LinkError.GATE_INCOMPLETE.refused("Too many gates");
    }
    Gate named = named(gate.of("", "", ""), account.settings());
    own.add(named);
    return Answer.empty(201)
        .with(
            "Location",
            "http://" + request.header("host") + "/gate/partnergate/id/" + named.idOrNone());
  }

  private Answer replace(Access.Account account, Gate old, Request request) {
    Gate gate = read(account, request).of(old.idOrNone(), "", "");
    of(account.id())
        .replaceAll(
            each ->
                each.idOrNone().equals(old.idOrNone()) ? named(gate, account.settings()) : each);
    return Answer.empty(204);
  }

  private Answer delete(Access.Account account, List<String> path) {
    Optional<Gate> gate = select(account, path);
    gate.ifPresent(of(account.id())::remove);
    return Answer.empty(gate.isPresent() ? 204 : 405);
  }

  private Gate wanted(Access.Account account, List<String> path) {
    return select(account, path).orElseThrow(LinkError.GATE_UNKNOWN::refused);
  }

  private Optional<Gate> select(Access.Account account, List<String> path) {
    return switch (path.get(0)) {
      case "id" -> find(account.id(), path.get(1));
      case "refid" ->
          of(account.id()).stream().filter(g -> path.get(1).equals(g.refId())).findFirst();
      default -> Optional.empty();
    };
  }

  private static Gate read(Access.Account account, Request request) {
    try {
      Gate gate = Json.read(request.body(), Gate.class);
      if (gate.platformId() == null
          || gate.platformPartnerId() == null
          || gate.destinations().isEmpty()) {
        throw LinkError.GATE_INCOMPLETE.refused();
      }
      check(account, gate.platformId(), gate.platformPartnerId());
      return gate;
    } catch (InvalidFieldException e) {
      LinkError error =
          e.field().startsWith("destinations")
              ? LinkError.GATE_DESTINATION
              : e.field().equals("refId") ? LinkError.GATE_REF_INVALID : LinkError.GATE_INCOMPLETE;
      throw error.refused(e.field() + " " + e.getMessage());
    }
  }

  private static void check(Access.Account account, String platformId, String partnerId) {
    if (!account.settings().platformId().equals(platformId)) {
      throw LinkError.GATE_PLATFORM.refused();
    }
    if (!account.settings().platformPartnerId().equals(partnerId)) {
      throw LinkError.GATE_PARTNER.refused();
    }
  }

  private static Gate named(Gate gate, LinkSettings settings) {
    return gate.of(
        gate.idOrNone().isEmpty() ? randomId() : gate.idOrNone(),
        settings.platformId(),
        settings.platformPartnerId());
  }

  private static String randomId() {
    return ThreadLocalRandom.current()
        .ints(8, 0, LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(LETTERS.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
