package io.parley.channels.custom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Node;

/**
 * XPath 1.0 without variables, extension functions and expressions whose cost grows faster than the
 * document: one search through all descendants at most, and conditions that look at what is below
 * their element only. An instance keeps what it compiled, for one call or answer; it is not
 * thread-safe.
 */
final class XPaths {

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern SEARCH =
      Pattern.compile("//|descendant|following|preceding|ancestor");
  private static final Pattern CONDITION = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern OUTSIDE =
      Pattern.compile("\\[|\\.\\.|::|//|(?:^|[^\\w.)\\-@*])\\s*/|\\|");
  private static final int MOST_CONDITIONS = 3;

  private final XPath xpath = xpath();
  private final Map<String, XPathExpression> compiled = new HashMap<>();

  /** What a path leads to. */
  record Found(List<Node> nodes, Optional<String> text) {}

  /** What is wrong with a path, if anything is. */
  static Optional<String> problem(String path) {
    String bare = LITERAL.matcher(path).replaceAll("''");
    if (bare.contains("$")) {
      return Optional.of("must be an XPath without variables");
    }
    if (bare.replace("::", "").contains(":")) {
      return Optional.of("must be an XPath without prefixes: namespaces are ignored");
    }
    if (SEARCH.matcher(bare).results().count() > 1) {
      return Optional.of("must search with // once at most");
    }
    List<String> conditions = CONDITION.matcher(bare).results().map(r -> r.group(1)).toList();
    if (conditions.size() > MOST_CONDITIONS
        || conditions.stream().anyMatch(condition -> OUTSIDE.matcher(condition).find())) {
      return Optional.of(
          "must have at most "
              + MOST_CONDITIONS
              + " conditions in square brackets, which look at what is below their element only");
    }
    try {
      new XPaths().compiled(path);
      return Optional.empty();
    } catch (XPathExpressionException e) {
      return Optional.of("must be an XPath 1.0, such as /message/id or @id");
    }
  }

  /** Evaluates a path whose form has been checked; one that cannot be evaluated leads nowhere. */
  Found find(String path, Node from) {
    try {
      XPathExpression expression = compiled(path);
      XPathEvaluationResult<?> result = expression.evaluateExpression(from);
      if (result.value() instanceof XPathNodes nodes) {
        List<Node> found = new ArrayList<>();
        nodes.forEach(found::add);
        return new Found(List.copyOf(found), Optional.empty());
      }
      return new Found(List.of(), Optional.of(expression.evaluate(from)));
    } catch (XPathExpressionException | IllegalArgumentException cannotBeEvaluated) {
      return new Found(List.of(), Optional.empty());
    }
  }

  private XPathExpression compiled(String path) throws XPathExpressionException {
    XPathExpression expression = compiled.get(path);
    if (expression == null) {
      expression = xpath.compile(path);
      compiled.put(path, expression);
    }
    return expression;
  }

  private static XPath xpath() {
    try {
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newXPath();
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException("every Java has this XPath", e);
    }
  }
}
