package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlBodyTest {

  @Test
  void elementsAndAttributesAreReadByLocalName() {
    // Given
    String xml =
        "<?xml version=\"1.0\"?><v:m xmlns:v=\"urn:v\" id=\" 7 \" empty=\" \">text"
            + "<v:a>1</v:a><b><![CDATA[<2>]]></b><a>3</a></v:m>";

    // When
    Element root = read(xml).orElseThrow();

    // Then
    assertThat(XmlBody.name(root)).isEqualTo("m");
    assertThat(XmlBody.attribute(root, "id")).isEqualTo("7");
    assertThat(XmlBody.attribute(root, "empty")).isNull();
    assertThat(XmlBody.attribute(root, "none")).isNull();
    assertThat(XmlBody.child(root, "a").map(Element::getTextContent)).contains("1");
    assertThat(XmlBody.child(root, "b").map(Element::getTextContent)).contains("<2>");
    assertThat(XmlBody.child(root, "c")).isEmpty();
    assertThat(XmlBody.children(root)).extracting(XmlBody::name).isEqualTo(List.of("a", "b", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"a\":1}",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a>&unknown;</a>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>",
        "<!DOCTYPE a SYSTEM \"http://localhost:1/x.dtd\"><a/>"
      })
  void whatIsNoXmlOrHasADocumentTypeIsNone(String xml) {
    // When
    Optional<Element> root = read(xml);

    // Then
    assertThat(root).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 70})
  void depthIsBounded(int depth) {
    // When
    Optional<Element> root = read("<a>".repeat(depth) + "</a>".repeat(depth));

    // Then
    assertThat(root.isPresent()).isEqualTo(depth == 60);
  }

  @Test
  void inclusionsAreNotFollowed() {
    // Given
    String xml =
        "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
            + "<xi:include href=\"file:///etc/hostname\" parse=\"text\"/></a>";

    // When
    Element root = read(xml).orElseThrow();

    // Then
    assertThat(root.getTextContent()).isEmpty();
    assertThat(XmlBody.children(root)).hasSize(1);
  }

  @Test
  void nothingOfABrokenBodyIsPrinted() {
    // Given
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));

    // When
    try {
      read("<a>secret text");
    } finally {
      System.setErr(before);
    }

    // Then
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Property(tries = 2_000)
  void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
    // When
    Optional<Element> root = XmlBody.read(bytes);

    // Then
    assertThat(root).isNotNull();
  }

  private static Optional<Element> read(String xml) {
    return XmlBody.read(xml.getBytes(UTF_8));
  }
}
