package org.truce;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which room may use which; docs/architecture.md draws it. */
class ArchitectureTest {

  /** Every package, lowest first; each may use those before it, and nothing after it. */
  private static final List<String> ROOMS =
      List.of(
          "ledger.tree",
          "ledger.note",
          "ledger.entry",
          "ledger.storage",
          "ledger.journal",
          "ledger.witness",
          "ledger.audit",
          "ledger",
          "ledger.trial",
          "time",
          "provenance",
          "place",
          "conduct",
          "report",
          "tally",
          "coverage",
          "alert",
          "numbers",
          "revision",
          "agreement",
          "snapshot",
          "incident.linkage",
          "incident",
          "exercise",
          "assessment",
          "notation",
          "gazetteer",
          "sources",
          "sources.rows",
          "sources.eventdata",
          "sources.jsonlines",
          "sources.mapped",
          "text.words",
          "text.lexicon",
          "text.rules",
          "text.claims",
          "text",
          "sources.flat",
          "publish",
          "publish.html",
          "publish.daily",
          "store",
          "store.geopackage",
          "mechanism",
          "cli");

  private static final List<String> CORE =
      ROOMS.subList(ROOMS.indexOf("time"), ROOMS.indexOf("notation"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.truce");

  private static String room(JavaClass type) {
    return type.getPackageName().replaceFirst("^org\\.truce\\.?", "");
  }

  @Test
  void everyRoomIsNamedHereAndHasSomethingInIt() {
    SortedSet<String> found =
        CLASSES.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(ArchitectureTest::room)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).containsExactlyInAnyOrderElementsOf(ROOMS);
  }

  @Test
  void noRoomUsesOneThatComesAfterIt() {
    for (JavaClass type : CLASSES) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass used = dependency.getTargetClass();
        if (used.getPackageName().startsWith("org.truce") && !isFacadeOfSources(type, used)) {
          assertThat(ROOMS.indexOf(room(used)))
              .as(dependency.getDescription())
              .isLessThanOrEqualTo(ROOMS.indexOf(room(type)));
        }
      }
    }
  }

  /** The one door of the readers chooses among the readers behind it. */
  private static boolean isFacadeOfSources(JavaClass type, JavaClass used) {
    return type.getName().startsWith("org.truce.sources.ReportFiles")
        && room(used).startsWith("sources.");
  }

  @Test
  void theLedgerNeedsTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("org.truce.ledger..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.truce.ledger..",
            "java..",
            "javax.crypto..",
            "com.sun.net.httpserver..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void onlyTheNotationAndTheGazetteerKnowJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.truce.notation", "org.truce.gazetteer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void geometryStaysInsidePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.truce.place")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.locationtech..", "net.sf.geographiclib..")
        .check(CLASSES);
  }

  @Test
  void theCoreReadsNoClockNoChanceAndNoFiles() {
    String[] core = CORE.stream().map(room -> "org.truce." + room).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(core)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.util.random..")
        .check(CLASSES);
    classes()
        .that()
        .haveFullyQualifiedName("org.truce.assessment.Judge")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }
}
