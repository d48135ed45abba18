package org.minsheng;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Holds the floors: a class may use its own floor's ground and what lies below, never a neighbour or what lies above. */
class ArchitectureTest {
    private static final int MOST_LINES = 350;
    private static final int MOST_LINES_OF_A_METHOD = 50;
    private static final int MOST_PARAMETERS = 6;
    private static final Pattern DECLARES_A_TYPE = Pattern.compile("\\b(class|record|interface|enum)\\b");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minsheng");

    @Test
    void floorsAreOneWayAndStagesMeetOnlyInTheLake() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("conf")
                .definedBy("org.minsheng.conf..")
                .layer("catalogue")
                .definedBy("org.minsheng.catalogue..")
                .layer("region")
                .definedBy("org.minsheng.region..")
                .layer("lake")
                .definedBy("org.minsheng.lake..")
                .layer("storage")
                .definedBy("org.minsheng.storage..")
                .layer("layout")
                .definedBy("org.minsheng.layout..")
                .layer("parse")
                .definedBy("org.minsheng.parse..")
                .layer("stage")
                .definedBy("org.minsheng.stage..")
                .layer("dimension")
                .definedBy("org.minsheng.dimension..")
                .layer("ingest")
                .definedBy("org.minsheng.ingest..")
                .layer("quality")
                .definedBy("org.minsheng.quality..")
                .layer("progress")
                .definedBy("org.minsheng.progress..")
                .layer("equity")
                .definedBy("org.minsheng.equity..")
                .layer("report")
                .definedBy("org.minsheng.report..")
                .layer("explain")
                .definedBy("org.minsheng.explain..")
                .layer("sample")
                .definedBy("org.minsheng.sample..")
                .layer("run")
                .definedBy("org.minsheng.run..")
                .layer("query")
                .definedBy("org.minsheng.query..")
                .layer("preview")
                .definedBy("org.minsheng.preview..")
                .layer("cli")
                .definedBy("org.minsheng.cli..")
                .layer("top")
                .definedBy("org.minsheng")
                .whereLayer("conf")
                .mayNotAccessAnyLayer()
                .whereLayer("storage")
                .mayOnlyAccessLayers("conf")
                .whereLayer("catalogue")
                .mayOnlyAccessLayers("conf", "storage")
                .whereLayer("region")
                .mayOnlyAccessLayers("conf")
                .whereLayer("lake")
                .mayOnlyAccessLayers("storage")
                .whereLayer("layout")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake")
                .whereLayer("parse")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "layout")
                .whereLayer("stage")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "layout")
                .whereLayer("dimension")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "stage")
                .whereLayer("ingest")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "layout", "parse", "stage", "storage")
                .whereLayer("quality")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "stage")
                .whereLayer("progress")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "stage")
                .whereLayer("equity")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "stage")
                .whereLayer("report")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "stage", "storage")
                .whereLayer("explain")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake")
                .whereLayer("sample")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "report", "run", "storage", "cli")
                .whereLayer("sample")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("query")
                .mayOnlyAccessLayers("conf", "catalogue", "region", "lake", "storage", "run")
                .whereLayer("query")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("preview")
                .mayOnlyAccessLayers("conf", "catalogue", "parse", "ingest", "report")
                .whereLayer("preview")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("cli", "top", "sample", "query")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("top", "sample")
                .check(CLASSES);
    }

    @Test
    void noCircles() {
        slices().matching("org.minsheng.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void officeFilesAreReadInOnePlaceAndWrittenInOneAndTheSampleOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.minsheng.parse.file", "org.minsheng.report.book", "org.minsheng.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CLASSES);
    }

    /** The log and the files of the lake's tables are Delta's own; for all other files there is one place. */
    @Test
    void filesAreTouchedInStorageAndTheLakeOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.minsheng.storage", "org.minsheng.lake")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(FileSystem.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileContext.class)
                .check(CLASSES);
    }

    @Test
    void onlyRunBuildsASession() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.minsheng.run")
                .should()
                .callMethod(SparkSession.class, "builder")
                .check(CLASSES);
    }

    /** Spark takes the columns of a Map in the Map's own order, which with Map.of is another in each JVM, and so is the plan. */
    @Test
    void columnsAreAddedInAnOrderThatStands() {
        noClasses().should().callMethod(Dataset.class, "withColumns", Map.class).check(CLASSES);
    }

    @Test
    void policyDivisionsLayoutsAndParsersKnowNothingOfSpark() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.minsheng.conf",
                        "org.minsheng.catalogue",
                        "org.minsheng.region",
                        "org.minsheng.layout",
                        "org.minsheng.parse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(CLASSES);
    }

    /** Classes of a package that all lead back to each other cannot be read, tested or moved one by one. */
    @Test
    void noKnotsOfMoreThanThreeFiles() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass one : CLASSES) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass().getBaseComponentType();
                String from = file(one);
                String to = file(other);
                if (other.getPackageName().equals(one.getPackageName()) && !from.equals(to)) {
                    uses.computeIfAbsent(from, f -> new TreeSet<>()).add(to);
                }
            }
        }
        Map<String, Set<String>> reached = new TreeMap<>();
        uses.keySet().forEach(file -> reached.put(file, reachedFrom(file, uses)));
        reached.forEach((file, all) -> assertThat(all.stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(file))
                        .toList())
                .as("what " + file + " uses, and what uses it")
                .hasSizeLessThanOrEqualTo(3));
    }

    private static Set<String> reachedFrom(String file, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(file));
        while (!open.isEmpty()) {
            uses.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    private static String file(JavaClass one) {
        return one.getName().split("\\$")[0];
    }

    /** What is longer than a reader holds in mind does two things. */
    @Test
    void noLongFilesAndMethods() throws IOException {
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.size()).as("lines of " + file).isLessThanOrEqualTo(MOST_LINES);
            for (String indent : List.of("    ", "        ")) { // of a class, and of one in it
                int start = 0;
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).matches(indent + "[a-zA-Z<].*")) {
                        start = i;
                    } else if (lines.get(i).equals(indent + "}")
                            && !DECLARES_A_TYPE.matcher(lines.get(start)).find()) {
                        assertThat(i - start + 1)
                                .as("lines of what begins in " + file + ", line " + (start + 1))
                                .isLessThanOrEqualTo(MOST_LINES_OF_A_METHOD);
                    }
                }
            }
        }
    }

    @Test
    void nothingAsksForMoreThanSixThings() {
        for (JavaClass one : CLASSES) {
            if (!one.isRecord()) {
                int unseen = one.isEnum() ? 2 : 0; // the name and number of a constant
                one.getCodeUnits().stream()
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .forEach(unit -> assertThat(unit.getRawParameterTypes())
                                .as(unit.getFullName())
                                .hasSizeLessThanOrEqualTo(MOST_PARAMETERS + unseen));
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** An import says where a name is from. */
    @Test
    void noImportOfAllThereIs() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .noneMatch(line -> line.startsWith("import ") && line.endsWith(".*;"));
        }
    }
}
