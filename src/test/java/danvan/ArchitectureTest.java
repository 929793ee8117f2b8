package danvan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may know which, and which vendor lives where. */
class ArchitectureTest {
    /** Room to the rooms it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("config", List.of()),
            Map.entry("chat", List.of()),
            Map.entry("storage", List.of("config")),
            Map.entry("inbox", List.of("chat", "storage")),
            Map.entry("outbox", List.of("chat", "storage")),
            Map.entry("conversation", List.of("chat", "storage", "inbox", "outbox")),
            Map.entry("channel.telegram", List.of("chat", "inbox", "outbox", "config")),
            Map.entry("channel.web", List.of("chat", "inbox", "outbox", "config", "storage")),
            Map.entry("channel.console", List.of("chat", "inbox", "outbox")),
            Map.entry("people", List.of("chat", "conversation", "storage")),
            Map.entry("people.roster", List.of("chat", "conversation", "storage", "people", "workbook")),
            Map.entry(
                    "library",
                    List.of(
                            "library.source",
                            "library.query",
                            "library.index",
                            "library.confidence",
                            "library.answer")),
            Map.entry("library.source", List.of("library")),
            Map.entry("library.query", List.of("library")),
            Map.entry("library.index", List.of("library", "library.query")),
            Map.entry("library.confidence", List.of("library", "library.query", "library.index")),
            Map.entry(
                    "library.answer",
                    List.of("library", "library.source", "library.query", "library.index", "library.confidence")),
            Map.entry(
                    "library.evaluation",
                    List.of("library", "library.query", "library.index", "library.confidence")),
            Map.entry("library.imports", List.of("library", "storage", "config")),
            Map.entry("ask", List.of("chat", "conversation", "storage", "library", "library.query")),
            Map.entry("form", List.of("workbook")),
            Map.entry("report", List.of("chat", "conversation", "storage", "form")),
            Map.entry("report.out", List.of("chat", "conversation", "storage", "form")),
            Map.entry("report.push", List.of("storage")),
            Map.entry("office", List.of("chat", "conversation", "storage", "outbox")),
            Map.entry("task", List.of("chat", "conversation", "storage", "outbox", "workbook")),
            Map.entry("glossary", List.of("chat", "conversation", "storage", "workbook")),
            Map.entry("workbook", List.of("chat"))));

    /** Vendor to the only rooms that may know it; "" is the root. */
    private static final Map<String, List<String>> HOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.jdbi", List.of("storage")),
            Map.entry("com.zaxxer", List.of("storage")),
            Map.entry("org.flywaydb", List.of("storage")),
            Map.entry("java.sql", List.of("storage", "library.evaluation")),
            Map.entry("org.telegram", List.of("channel.telegram")),
            Map.entry("okhttp3", List.of("channel.telegram", "report.push")),
            Map.entry("io.javalin", List.of("channel.web")),
            Map.entry("org.eclipse.jetty", List.of("channel.web")),
            Map.entry("jakarta.servlet", List.of("channel.web")),
            Map.entry("org.apache.lucene", List.of("library.index", "library.evaluation")),
            Map.entry("org.apache.tika", List.of("library.imports")),
            Map.entry("org.apache.pdfbox", List.of("library.imports")),
            Map.entry("org.javarosa", List.of("form")),
            Map.entry(
                    "org.dhatim.fastexcel",
                    List.of("form", "report.out", "task", "glossary", "people.roster", "workbook")),
            Map.entry("org.apache.poi", List.of("report.out", "workbook")),
            Map.entry("org.quartz", List.of("task")),
            Map.entry("net.time4j", List.of("task")),
            Map.entry("biweekly", List.of("task")),
            Map.entry("org.knowm.xchart", List.of("office")),
            Map.entry("com.ibm.icu", List.of("chat")),
            Map.entry(
                    "com.fasterxml.jackson.dataformat.yaml",
                    List.of("config", "people", "library.source", "form", "task", "glossary")),
            Map.entry("picocli", List.of(""))));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("danvan");

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyWhatTheTableAllows() {
        return MAY_IMPORT.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.getKey(),
                        () -> noClasses()
                                .that(in(room.getKey()))
                                .should()
                                .dependOnClassesThat(otherRoomThan(room.getKey(), room.getValue()))
                                .check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> aVendorStaysInItsRoom() {
        return HOMES.entrySet().stream()
                .map(vendor -> DynamicTest.dynamicTest(
                        vendor.getKey(),
                        () -> noClasses()
                                .that(inNoneOf(vendor.getValue()))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(vendor.getKey() + "..")
                                .check(CLASSES)));
    }

    @Test
    void everyRoomIsInTheTable() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "live in a room without a row",
                        type -> !room(type).isEmpty() && !MAY_IMPORT.containsKey(room(type))))
                .should()
                .bePublic()
                .orShould()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void roomsFormNoCycles() {
        slices().matching("danvan.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyAsksTheSystemForTheTimeButTheRoot() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "live in a room", type -> !room(type).isEmpty()))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return DescribedPredicate.describe("live in " + room, type -> room(type).equals(room));
    }

    private static DescribedPredicate<JavaClass> inNoneOf(List<String> rooms) {
        return DescribedPredicate.describe("live outside " + rooms, type -> !rooms.contains(room(type)));
    }

    private static DescribedPredicate<JavaClass> otherRoomThan(String room, List<String> allowed) {
        return DescribedPredicate.describe(
                "live in a room other than " + room + " and " + allowed,
                type -> type.getPackageName().startsWith("danvan")
                        && !room(type).equals(room)
                        && !allowed.contains(room(type)));
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("danvan") ? "" : name.substring("danvan.".length());
    }
}
