package danvan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.text.DateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may know which, and which vendor lives where. */
class ArchitectureTest {
    /** Room to the rooms it may import, beside {@code text}, which every room may; "*" is all of them. */
    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("cli", List.of("*")),
            Map.entry(
                    "knowledge",
                    List.of(
                            "config",
                            "form",
                            "glossary",
                            "library",
                            "library.embedding",
                            "library.source",
                            "organization",
                            "task.programme")),
            Map.entry("schedule", List.of("storage")),
            Map.entry("config", List.of()),
            Map.entry("monitoring", List.of()),
            Map.entry("privacy", List.of("chat", "conversation", "storage")),
            Map.entry("text", List.of()),
            Map.entry("chat", List.of()),
            Map.entry("storage", List.of("config")),
            Map.entry("storage.move", List.of("config", "storage")),
            Map.entry("storage.backup", List.of("config", "storage")),
            Map.entry("inbox", List.of("chat", "storage")),
            Map.entry("outbox", List.of("chat", "storage")),
            Map.entry("conversation", List.of("chat", "storage", "inbox", "outbox")),
            Map.entry("channel.telegram", List.of("chat", "inbox", "outbox", "config")),
            Map.entry("channel.web", List.of("chat", "inbox", "outbox", "config", "storage")),
            Map.entry("desk", List.of("channel.web", "desk.page", "desk.session")),
            Map.entry("desk.port", List.of("chat", "conversation", "storage")),
            Map.entry("desk.page", List.of("channel.web", "chat", "conversation", "organization.directory", "storage")),
            Map.entry(
                    "desk.session",
                    List.of(
                            "channel.web",
                            "chat",
                            "config",
                            "conversation",
                            "desk.page",
                            "organization.directory",
                            "storage")),
            Map.entry("desk.today", List.of("chat", "desk.page", "desk.port", "desk.session")),
            Map.entry(
                    "desk.reports",
                    List.of(
                            "chat",
                            "conversation",
                            "desk.mail",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "organization.directory",
                            "storage")),
            Map.entry(
                    "desk.coverage",
                    List.of(
                            "chat",
                            "conversation",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "organization.directory",
                            "workbook")),
            Map.entry(
                    "desk.figures",
                    List.of(
                            "chat",
                            "conversation",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "organization.directory")),
            Map.entry(
                    "desk.members",
                    List.of(
                            "chat",
                            "conversation",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "organization",
                            "organization.chat",
                            "organization.directory")),
            Map.entry("desk.documents", List.of("chat", "conversation", "desk.page", "desk.port", "desk.session")),
            Map.entry(
                    "desk.uploads",
                    List.of(
                            "channel.web",
                            "chat",
                            "conversation",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "storage",
                            "workbook")),
            Map.entry(
                    "desk.broadcasts",
                    List.of(
                            "channel.web",
                            "chat",
                            "conversation",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "desk.uploads",
                            "organization.directory",
                            "storage")),
            Map.entry("desk.forms", List.of("chat", "desk.page", "desk.port", "desk.session")),
            Map.entry("desk.glossary", List.of("chat", "conversation", "desk.page", "desk.port", "desk.session")),
            Map.entry("desk.units", List.of("chat", "desk.page", "desk.session", "organization")),
            Map.entry("desk.programme", List.of("chat", "conversation", "desk.page", "desk.port", "desk.session")),
            Map.entry("desk.questions", List.of("chat", "conversation", "desk.page", "desk.port", "desk.session")),
            Map.entry(
                    "desk.audit",
                    List.of("chat", "desk.page", "desk.session", "organization.directory", "storage", "workbook")),
            Map.entry(
                    "desk.health",
                    List.of(
                            "chat",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "organization.directory",
                            "outbox",
                            "storage")),
            Map.entry(
                    "desk.links",
                    List.of(
                            "channel.web",
                            "chat",
                            "desk.page",
                            "desk.port",
                            "desk.session",
                            "organization.directory",
                            "storage")),
            Map.entry("desk.mail", List.of("chat", "conversation", "desk.page", "desk.session", "outbox", "storage")),
            Map.entry("channel.console", List.of("chat", "inbox", "outbox")),
            Map.entry("organization", List.of("chat", "conversation", "storage", "outbox", "organization.directory")),
            Map.entry("organization.directory", List.of("chat", "storage")),
            Map.entry("organization.chat", List.of("chat", "conversation", "storage", "outbox", "organization")),
            Map.entry(
                    "organization.roster",
                    List.of("chat", "conversation", "storage", "organization", "organization.chat", "workbook")),
            Map.entry(
                    "library",
                    List.of(
                            "library.source",
                            "library.embedding",
                            "library.query",
                            "library.index",
                            "library.confidence",
                            "library.answer")),
            Map.entry("library.embedding", List.of()),
            Map.entry("library.source", List.of("library")),
            Map.entry("library.query", List.of("library")),
            Map.entry("library.index", List.of("library", "library.query")),
            Map.entry("library.confidence", List.of("library", "library.query", "library.index")),
            Map.entry(
                    "library.answer",
                    List.of(
                            "library",
                            "library.source",
                            "library.embedding",
                            "library.query",
                            "library.index",
                            "library.confidence")),
            Map.entry("library.evaluation", List.of("library", "library.query", "library.index", "library.confidence")),
            Map.entry("library.imports.document", List.of()),
            Map.entry("library.imports.structure", List.of("library.imports.document")),
            Map.entry(
                    "library.imports.recognition",
                    List.of("library", "library.imports.document", "library.imports.structure")),
            Map.entry("library.imports.pdf", List.of("library.imports.document")),
            Map.entry("library.imports.reading", List.of("library.imports.document", "library.imports.pdf", "storage")),
            Map.entry(
                    "library.imports",
                    List.of(
                            "library",
                            "library.imports.document",
                            "library.imports.reading",
                            "library.imports.recognition",
                            "library.imports.structure",
                            "storage")),
            Map.entry(
                    "library.imports.shelving",
                    List.of("library", "library.imports", "library.imports.document", "storage")),
            Map.entry(
                    "library.imports.desk",
                    List.of(
                            "chat",
                            "conversation",
                            "desk.port",
                            "library",
                            "library.imports",
                            "library.imports.document",
                            "library.imports.shelving",
                            "outbox",
                            "storage")),
            Map.entry(
                    "library.imports.evaluation",
                    List.of(
                            "library.imports",
                            "library.imports.document",
                            "library.imports.reading",
                            "library.imports.recognition",
                            "library.imports.structure")),
            Map.entry(
                    "ask",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "desk.port",
                            "storage",
                            "library",
                            "library.query")),
            Map.entry(
                    "form",
                    List.of(
                            "form.aggregation",
                            "form.session",
                            "form.input",
                            "form.xlsform",
                            "form.xform",
                            "workbook")),
            Map.entry("form.aggregation", List.of("form", "form.xform")),
            Map.entry("form.session", List.of("form", "form.input", "form.xform")),
            Map.entry("form.input", List.of("form", "form.xform")),
            Map.entry("form.xlsform", List.of("form", "form.aggregation", "form.input", "form.xform", "workbook")),
            Map.entry("form.xform", List.of("form", "workbook")),
            Map.entry(
                    "form.check",
                    List.of("form", "form.aggregation", "form.session", "form.xform", "form.xlsform", "workbook")),
            Map.entry(
                    "form.admin",
                    List.of(
                            "chat",
                            "conversation",
                            "desk.port",
                            "form",
                            "form.check",
                            "outbox",
                            "storage",
                            "workbook")),
            Map.entry(
                    "report",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "form",
                            "report.store",
                            "report.dialog",
                            "report.desk")),
            Map.entry("report.store", List.of("chat", "storage", "form", "report")),
            Map.entry(
                    "report.dialog",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "form",
                            "form.aggregation",
                            "report",
                            "report.store")),
            Map.entry(
                    "report.desk",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "form",
                            "report",
                            "report.store",
                            "report.dialog")),
            Map.entry(
                    "report.export",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "desk.port",
                            "report.office",
                            "form",
                            "form.aggregation",
                            "report",
                            "report.store")),
            Map.entry(
                    "report.office",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "desk.port",
                            "storage",
                            "form",
                            "report",
                            "report.store",
                            "report.desk",
                            "report.export")),
            Map.entry(
                    "report.period",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "desk.port",
                            "storage",
                            "form",
                            "form.aggregation",
                            "workbook",
                            "report",
                            "report.store",
                            "report.export")),
            Map.entry("report.push", List.of("storage", "report.store")),
            Map.entry(
                    "broadcast",
                    List.of("organization.directory", "chat", "conversation", "desk.port", "storage", "outbox")),
            Map.entry(
                    "task",
                    List.of(
                            "schedule",
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "outbox",
                            "task.programme",
                            "task.reminder",
                            "task.chat",
                            "task.office")),
            Map.entry(
                    "task.office",
                    List.of(
                            "desk.port",
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "task",
                            "task.programme",
                            "task.reminder",
                            "task.chat")),
            Map.entry(
                    "task.programme",
                    List.of(
                            "desk.port",
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "workbook",
                            "task",
                            "task.reminder",
                            "task.chat")),
            Map.entry(
                    "task.reminder",
                    List.of(
                            "schedule",
                            "organization.directory",
                            "chat",
                            "storage",
                            "outbox",
                            "task",
                            "task.programme",
                            "task.chat")),
            Map.entry(
                    "task.chat",
                    List.of(
                            "organization.directory",
                            "chat",
                            "conversation",
                            "storage",
                            "outbox",
                            "task",
                            "task.programme",
                            "task.reminder")),
            Map.entry("glossary", List.of("chat", "conversation", "desk.port", "library", "storage", "workbook")),
            Map.entry("workbook", List.of("chat", "conversation", "storage"))));

    /** Vendor to the only rooms that may know it; "" is the root. */
    private static final Map<String, List<String>> HOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.jdbi", List.of("storage")),
            Map.entry("com.zaxxer", List.of("storage")),
            Map.entry("org.flywaydb", List.of("storage")),
            Map.entry(
                    "java.sql", List.of("storage", "storage.backup", "storage.move", "schedule", "library.evaluation")),
            Map.entry("org.telegram", List.of("channel.telegram")),
            Map.entry("com.google.zxing", List.of("organization")),
            Map.entry("okhttp3", List.of("channel.telegram", "report.push")),
            Map.entry(
                    "io.javalin",
                    List.of(
                            "channel.web",
                            "desk",
                            "desk.audit",
                            "desk.broadcasts",
                            "desk.coverage",
                            "desk.figures",
                            "desk.forms",
                            "desk.glossary",
                            "desk.health",
                            "desk.links",
                            "desk.documents",
                            "desk.mail",
                            "desk.members",
                            "desk.page",
                            "desk.programme",
                            "desk.questions",
                            "desk.reports",
                            "desk.session",
                            "desk.today",
                            "desk.units",
                            "desk.uploads")),
            Map.entry("gg.jte", List.of("desk.page")),
            Map.entry("org.eclipse.jetty", List.of("channel.web")),
            Map.entry("jakarta.servlet", List.of("channel.web")),
            Map.entry("ai.onnxruntime", List.of("library.embedding")),
            Map.entry("ai.djl", List.of("library.embedding")),
            Map.entry("org.apache.lucene", List.of("library.index", "library.evaluation")),
            Map.entry("org.apache.tika", List.of("library.imports.reading")),
            Map.entry("org.apache.pdfbox", List.of("library.imports.pdf")),
            Map.entry("org.javarosa", List.of("form.session", "form.check", "form.xform", "form.xlsform")),
            Map.entry(
                    "org.dhatim.fastexcel",
                    List.of(
                            "desk.audit",
                            "desk.coverage",
                            "form.xlsform",
                            "report.export",
                            "task.programme",
                            "glossary",
                            "organization.roster",
                            "workbook")),
            Map.entry("org.apache.poi", List.of("report.period", "workbook", "library.imports.reading")),
            Map.entry("org.jsoup", List.of("library.imports.reading")),
            Map.entry("org.apache.james", List.of("library.imports.reading")),
            Map.entry("org.quartz", List.of("schedule")),
            Map.entry("io.micrometer", List.of("monitoring")),
            Map.entry("io.prometheus", List.of("monitoring")),
            Map.entry("net.time4j", List.of("task")),
            Map.entry("biweekly", List.of("task.chat")),
            Map.entry("com.ibm.icu", List.of("text")),
            Map.entry(
                    "com.fasterxml.jackson.dataformat.yaml",
                    List.of("config", "organization", "library.source", "form.xlsform", "task.programme", "glossary")),
            Map.entry("picocli", List.of("cli"))));

    private static final int MOST_ARGUMENTS = 8;

    /** Constructors of more arguments, and why they are called once each and stay. */
    private static final Map<String, String> MANY_ARGUMENTS = Map.of(
            "task.Tasks", "makes the room out of the services of the core",
            "task.chat.TaskFeature", "hands each command and button to the dialog that has it",
            "task.chat.CompletionDialog", "writes what is done where reminders, digests and the office read it",
            "task.reminder.Digests", "reads the programme, what is done, who is told and in which words",
            "task.reminder.BatchSender", "reads the ledger and the quotes, and writes messages",
            "channel.web.PhonePage", "makes the page's routes out of the services of the core",
            "conversation.TurnWork", "joins inbox, directory, features, dialogs and outbox in a transaction");

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

    /** A class of one inner room never reaches back to it through another: they can be read one by one, from the bottom. */
    @Test
    void theRoomsOfTheImportsFormNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return room(type).startsWith("library.imports")
                                ? SliceIdentifier.of(room(type))
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "the rooms of the imports";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** No ring joins classes of different rooms, inner rooms included, and none of one room has more than three classes. */
    @Test
    void classesFormNoRings() {
        assertThat(ClassCycles.forbiddenIn(CLASSES))
                .as("rings of classes that depend on each other")
                .isEmpty();
    }

    /** Who needs more than eight things does more than one; records name their parts and are read by name. */
    @Test
    void constructorsHaveAtMostEightArguments() {
        assertThat(CLASSES.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(made -> made.getRawParameterTypes().size() > MOST_ARGUMENTS)
                        .map(made ->
                                room(made.getOwner()) + "." + made.getOwner().getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(MANY_ARGUMENTS.keySet());
    }

    @Test
    void nobodyAsksTheSystemForTheTimeButTheRootAndTheCommandLine() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "live in a room",
                        type -> !room(type).isEmpty() && !room(type).equals("cli")))
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

    /** Only the root pins the process's zone; what asks for it is right on the developer's machine and nowhere else. */
    @Test
    void nobodyAsksForTheZoneOfTheMachine() {
        noClasses()
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(LocalTime.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .orShould()
                .callMethod(Year.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(Calendar.class, "getInstance")
                .orShould()
                .callMethod(Date.class, "toString")
                .orShould()
                .callConstructor(GregorianCalendar.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DateFormat.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "JavaRosa's dates outside of the clock that hides the zone from it",
                        call -> call.getTargetOwner().getName().equals("org.javarosa.core.model.utils.DateUtils")
                                && !call.getOriginOwner().getSimpleName().equals("SessionClock")))
                .check(CLASSES);
    }

    @Test
    void onlyTheRootPinsTheZone() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "live in a room", type -> !room(type).isEmpty()))
                .should()
                .callMethod(TimeZone.class, "setDefault", TimeZone.class)
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
                        && !room(type).equals("text")
                        && !allowed.contains("*")
                        && !allowed.contains(room(type)));
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("danvan") ? "" : name.substring("danvan.".length());
    }
}
