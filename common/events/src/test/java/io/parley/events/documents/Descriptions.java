package io.parley.events.documents;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The Javadoc of the contract as plain text, so that what a field means is written once. References
 * to design notes, which a reader of the documents does not have, are left out.
 */
final class Descriptions {

  private final Map<String, String> byElement;

  private Descriptions(Map<String, String> byElement) {
    this.byElement = Map.copyOf(byElement);
  }

  /** Reads every source below this folder. */
  static Descriptions of(Path sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> paths = Files.walk(sources)) {
      List<Path> classes = paths.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(classes));
      Reader reader = new Reader(DocTrees.instance(task));
      task.parse().forEach(unit -> reader.scan(unit, null));
      return new Descriptions(reader.found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of a type. */
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(byElement.get(name(type)));
  }

  /** What is said of a component of a record, or of the accessor that it implements. */
  Optional<String> of(Class<?> owner, String member) {
    String own = byElement.get(name(owner) + "#" + member);
    return own != null
        ? Optional.of(own)
        : Stream.of(owner.getInterfaces())
            .flatMap(parent -> of(parent, member).stream())
            .findFirst();
  }

  private static String name(Class<?> type) {
    return String.valueOf(type.getCanonicalName());
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees trees;
    private final Map<String, String> found = new HashMap<>();
    private String owner = "";

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      String outer = owner;
      owner =
          (outer.isEmpty()
                  ? String.valueOf(getCurrentPath().getCompilationUnit().getPackageName())
                  : outer)
              + "."
              + type.getSimpleName();
      comment()
          .ifPresent(
              doc -> {
                found.put(owner, text(doc.getFullBody()));
                doc.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .forEach(
                        tag -> found.put(owner + "#" + tag.getName(), text(tag.getDescription())));
              });
      super.visitClass(type, nothing);
      owner = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      comment()
          .ifPresent(doc -> found.put(owner + "#" + method.getName(), text(doc.getFullBody())));
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
      comment()
          .ifPresent(doc -> found.put(owner + "#" + variable.getName(), text(doc.getFullBody())));
      return null;
    }

    private Optional<DocCommentTree> comment() {
      return Optional.ofNullable(trees.getDocCommentTree(getCurrentPath()));
    }

    private static String text(List<? extends DocTree> parts) {
      return parts.stream()
          .map(Reader::text)
          .collect(Collectors.joining())
          .replaceAll("\\s+", " ")
          .replaceAll(" ?\\((domain|design|providers)/[^)]*\\)", "")
          .strip();
    }

    private static String text(DocTree part) {
      return switch (part) {
        case LiteralTree literal -> literal.getBody().getBody();
        case LinkTree link -> link.getReference().getSignature();
        default -> part.toString();
      };
    }
  }
}
