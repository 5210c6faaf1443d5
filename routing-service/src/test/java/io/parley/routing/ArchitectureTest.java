package io.parley.routing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the packages. */
class ArchitectureTest {

  private static final JavaClasses ROUTING =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.parley.routing");

  private static final List<String> RIM =
      List.of(
          "..routing.desk..",
          "..routing.inbound..",
          "..routing.timer..",
          "..routing.stream..",
          "..routing.delivery..");

  @Test
  void conversationsKnowNobody() {
    noClasses()
        .that()
        .resideInAPackage("..routing.conversation..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.parley.routing..")
                .and(not(resideInAPackage("..routing.conversation.."))))
        .check(ROUTING);
  }

  @Test
  void distributionKnowsConversationsOnly() {
    noClasses()
        .that()
        .resideInAPackage("..routing.distribution..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..routing.desk..",
            "..routing.inbound..",
            "..routing.agent..",
            "..routing.timer..",
            "..routing.stream..",
            "..routing.delivery..",
            "..routing.media..",
            "..routing.attachment..",
            "..routing.classification..")
        .check(ROUTING);
  }

  @Test
  void partsOfTheRimDoNotKnowEachOther() {
    for (String part : RIM) {
      noClasses()
          .that()
          .resideOutsideOfPackage(part)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(part)
          .check(ROUTING);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.parley.routing.(*)..").should().beFreeOfCycles().check(ROUTING);
  }

  @Test
  void statesAndMovesNeedNeitherClockNorDatabase() {
    noClasses()
        .that()
        .haveNameMatching(
            ".*\\.(Open|Offered|InConversation|Waiting|WrapUp|Closed|Step|Log|AutoClose|Distribution|HighestCapacity)")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.parley.platform..", "jakarta..")
        .check(ROUTING);
  }
}
