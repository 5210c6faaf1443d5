package io.parley.admin.text;

import io.parley.admin.validation.Findings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Language tags as they are kept and compared (BCP 47). Pure. */
public final class Languages {

  private Languages() {}

  /** The tag in the usual spelling, such as {@code pt-BR}. */
  public static String canonical(String tag) {
    String usual = Locale.forLanguageTag(tag).toLanguageTag();
    return usual.equalsIgnoreCase(tag) ? usual : tag;
  }

  /**
   * What there is by language, in the order of the canonical tags.
   *
   * @param pointer where it stands
   * @param findings takes languages that stand there twice
   */
  public static <T> Map<String, T> canonical(
      String pointer, Map<String, T> byLanguage, Findings findings) {
    Map<String, T> canonical = new TreeMap<>();
    byLanguage.forEach(
        (tag, value) -> {
          if (canonical.put(canonical(tag), value) != null) {
            findings.add(pointer + Findings.step(tag), "stands there twice, in another spelling");
          }
        });
    return canonical;
  }
}
