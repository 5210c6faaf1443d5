package io.parley.admin.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds the tree of one document from its parser's events. For one use. */
final class TreeReader {

  static final int MOST_LEVELS = 50;
  static final int MOST_VALUES = 500_000;
  static final int LONGEST_KEY = 1_000;
  static final String TOO_DEEP = "nested deeper than " + MOST_LEVELS + " levels";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Iterator<Event> events;
  private final Refusals refusals;
  private final Anchors anchors;
  private int values;

  TreeReader(Iterator<Event> events, Refusals refusals) {
    this.events = events;
    this.refusals = refusals;
    this.anchors = new Anchors(refusals);
  }

  /** A value and where it stands. */
  record Read(JsonNode value, Place place) {}

  /** The one document of the stream. */
  Read document() {
    Optional<Read> document = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent) {
        if (document.isPresent()) {
          throw refusals.last(
              position(event), Path.ROOT, "a second document begins; one is expected");
        }
        Event root = events.next();
        document = Optional.of(value(root, Path.ROOT, position(root), 1));
      }
    }
    return document.orElseThrow(
        () -> refusals.last(Position.START, Path.ROOT, "the document is empty"));
  }

  private Read value(Event event, Path path, Position position, int level) {
    values++;
    if (values > MOST_VALUES) {
      throw refusals.last(position, path, "more than " + MOST_VALUES + " values");
    }
    if (event instanceof AliasEvent alias) {
      String name = alias.getAlias().getValue();
      int room = MOST_LEVELS - level + 1;
      return new Read(anchors.copy(name, room, position, path), Place.of(position));
    }
    Optional<String> anchor = ((NodeEvent) event).getAnchor().map(a -> a.getValue());
    anchor.ifPresent(name -> anchors.begin(name, position(event), path));
    Read read =
        event instanceof ScalarEvent scalar
            ? scalar(scalar, path, position)
            : collection((CollectionStartEvent) event, path, position, level);
    anchor.ifPresent(name -> anchors.complete(name, read.value()));
    return read;
  }

  private Read scalar(ScalarEvent event, Path path, Position position) {
    refuseTag(event.getTag(), position(event), path);
    Place place = Place.of(position);
    if (!event.isPlain()) {
      return new Read(NODES.textNode(event.getValue()), place);
    }
    Optional<JsonNode> value = CoreScalars.value(event.getValue());
    if (value.isEmpty()) {
      refusals.add(
          position(event), path, "not a number that can be used; a text needs quotes here");
    }
    return new Read(value.orElseGet(NODES::nullNode), place);
  }

  private Read collection(CollectionStartEvent event, Path path, Position position, int level) {
    refuseTag(event.getTag(), position(event), path);
    if (level > MOST_LEVELS) {
      throw refusals.last(position(event), path, TOO_DEEP);
    }
    return event instanceof SequenceStartEvent
        ? sequence(path, position, level)
        : mapping(path, position, level);
  }

  private Read sequence(Path path, Position position, int level) {
    ArrayNode array = NODES.arrayNode();
    List<Place> places = new ArrayList<>();
    for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
      Read item = value(event, path.to(array.size()), position(event), level + 1);
      array.add(item.value());
      places.add(item.place());
    }
    return new Read(array, new Place(position, Map.of(), places));
  }

  private Read mapping(Path path, Position position, int level) {
    ObjectNode object = NODES.objectNode();
    Map<String, Place> places = new HashMap<>();
    for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
      Position at = position(event);
      Optional<String> key = key(event, path, at, level);
      Path field = key.map(path::to).orElse(path);
      Read value = value(events.next(), field, at, level + 1);
      if (key.isEmpty()) {
        continue;
      }
      Place first = places.putIfAbsent(key.get(), value.place());
      if (first == null) {
        object.set(key.get(), value.value());
      } else {
        refusals.add(at, field, "stands here again, first in line " + first.position().line());
      }
    }
    return new Read(object, new Place(position, places, List.of()));
  }

  private Optional<String> key(Event event, Path path, Position position, int level) {
    if (!(event instanceof ScalarEvent scalar)) {
      refusals.add(position, path, "a key must be a text");
      if (event instanceof CollectionStartEvent) {
        // Its content has to be passed over.
        value(event, path, position, level + 1);
      }
      return Optional.empty();
    }
    refuseTag(scalar.getTag(), position, path);
    if (scalar.getAnchor().isPresent()) {
      refusals.add(position, path, "a key cannot be an anchor");
    }
    if (scalar.isPlain() && !CoreScalars.isText(scalar.getValue())) {
      refusals.add(position, path, "a key must be a text; put it in quotes");
      return Optional.empty();
    }
    if (scalar.getValue().length() > LONGEST_KEY) {
      refusals.add(position, path, "a key is longer than " + LONGEST_KEY + " characters");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  private void refuseTag(Optional<String> tag, Position position, Path path) {
    if (tag.isPresent()) {
      refusals.add(position, path, "tags (!…) are not supported");
    }
  }

  private static Position position(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Position.START);
  }
}
