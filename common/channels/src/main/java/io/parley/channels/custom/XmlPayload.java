package io.parley.channels.custom;

import io.parley.channels.wire.XmlBody;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * XML, by XPath. Each element of a list is a document of its own, so that looking through one does
 * not cost more the more there are. Namespaces are taken away, so that paths have no prefixes.
 *
 * @param node the root element, or an attribute or text that a path led to
 * @param paths shared by all elements of a call
 */
record XmlPayload(Node node, XPaths paths) implements Payload {

  static Optional<XmlPayload> read(byte[] bytes) {
    return XmlBody.read(bytes)
        .flatMap(XmlTree::plain)
        .map(root -> new XmlPayload(root, new XPaths()));
  }

  @Override
  public List<String> values(String path) {
    XPaths.Found found = paths.find(path, node);
    return found
        .text()
        .map(List::of)
        .orElseGet(() -> found.nodes().stream().map(Node::getTextContent).toList());
  }

  @Override
  public List<Payload> elements(String path) {
    return paths.find(path, node).nodes().stream()
        .<Payload>map(
            found ->
                new XmlPayload(
                    found instanceof Element element ? XmlTree.own(element) : found, paths))
        .toList();
  }

  @Override
  public Optional<List<Payload>> list(String path) {
    if (path.isEmpty()) {
      return Optional.of(List.of(this));
    }
    List<Payload> elements = elements(path);
    return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
  }

  @Override
  public Optional<String> scalar() {
    return Optional.ofNullable(node.getTextContent());
  }

  @Override
  public Map<String, String> rest(Collection<String> used) {
    Set<Node> taken = new HashSet<>();
    used.forEach(path -> taken.addAll(paths.find(path, node).nodes()));
    Map<String, String> rest = new LinkedHashMap<>();
    if (node instanceof Element element) {
      collect(element, "/" + element.getNodeName(), taken, rest);
    }
    return rest;
  }

  @Override
  public byte[] alone(String path, int index) {
    if (path.isEmpty() || !(node instanceof Element root)) {
      return node instanceof Element element ? XmlTree.write(element) : new byte[0];
    }
    Set<Node> others = new HashSet<>(paths.find(path, root).nodes());
    List<Node> inOrder = paths.find(path, root).nodes();
    if (index < inOrder.size()) {
      others.remove(inOrder.get(index));
    }
    return XmlTree.write(XmlTree.without(root, others));
  }

  private static void collect(
      Element element, String path, Set<Node> taken, Map<String, String> rest) {
    if (taken.contains(element)) {
      return;
    }
    for (int index = 0; index < element.getAttributes().getLength(); index++) {
      if (element.getAttributes().item(index) instanceof Attr attribute
          && !taken.contains(attribute)) {
        rest.putIfAbsent(path + "/@" + attribute.getName(), attribute.getValue());
      }
    }
    List<Element> children = XmlBody.children(element);
    if (children.isEmpty()) {
      String text = element.getTextContent();
      if (!rest.containsKey(path)) {
        rest.put(path, text);
      }
    }
    children.forEach(child -> collect(child, path + "/" + child.getNodeName(), taken, rest));
  }
}
