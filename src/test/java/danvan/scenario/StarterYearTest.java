package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import danvan.App;
import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.storage.Database;
import danvan.storage.Eventually;
import danvan.storage.Json;
import danvan.text.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The year 2024 as it is shipped, walked through by the rehearsal's clock in the whole bot. What is to come is worked out
 * here a second time, from the file and a calendar on the wall, with nothing of the scheduler's: day by day, is somebody
 * to be reminded of something?
 */
class StarterYearTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** The rehearsal's first day. */
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    /** Days off of 2024 that are no Saturday or Sunday: New Year, Tết, the kings' day, 30/4 and 1/5, National Day. */
    private static final Set<LocalDate> OFF = Stream.of(
                    "01-01", "02-08", "02-09", "02-12", "02-13", "02-14", "04-18", "04-30", "05-01", "09-02", "09-03")
            .map(StarterYearTest::day)
            .collect(Collectors.toSet());

    private static final Map<DayOfWeek, String> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, "Thứ Hai",
            DayOfWeek.TUESDAY, "Thứ Ba",
            DayOfWeek.WEDNESDAY, "Thứ Tư",
            DayOfWeek.THURSDAY, "Thứ Năm",
            DayOfWeek.FRIDAY, "Thứ Sáu",
            DayOfWeek.SATURDAY, "Thứ Bảy",
            DayOfWeek.SUNDAY, "Chủ Nhật");

    /** Somebody, as the chat is called. */
    private record Somebody(String chat, Role role, String unit, String level) {}

    /** What one is to be reminded of on a day. */
    private record Mention(LocalDate on, String task, LocalDate due, int lead) {}

    private static final List<Somebody> EXAMPLES = List.of(
            new Somebody("lan", Role.CADRE, "xa-tien-duc", "commune"),
            new Somebody("minh", Role.LEAD, "xa-tien-duc", "commune"),
            new Somebody("hoa", Role.ADMINISTRATOR, "tinh-thai-binh", "province"));

    private static final List<Somebody> OTHERS = List.of(
            new Somebody("101", Role.OFFICE, "xa-tien-duc", "commune"),
            new Somebody("103", Role.LEAD, "huyen-hung-ha", "district"),
            new Somebody("104", Role.LEAD, "tinh-thai-binh", "province"),
            new Somebody("105", Role.OFFICE, "tinh-thai-binh", "province"));

    private static final Somebody VILLAGER = new Somebody("106", Role.CADRE, "thon-1", "village");

    @TempDir
    Path folder;

    @Test
    void everyReminderThatTheProgrammeImpliesAndNoOther() throws IOException {
        String programme = shipped("programmes/2024.yml");
        walkThrough(programme, shipped("units.yml"), OTHERS);

        // By hand, of the shipped file: so that the second computation itself cannot be empty unseen.
        assertThat(expected(programme, EXAMPLES.get(0))).as("Lan").hasSize(3 + 3 + 4 * 3 + 3 + 3);
        assertThat(expected(programme, EXAMPLES.get(2))).as("Hoa").isEmpty();
    }

    /** As if an administrator had turned on every proposal on the first morning. */
    @Test
    void theSameWithEveryProposalOn() throws IOException {
        String programme = shipped("programmes/2024.yml")
                .replace("status: proposed", "status: news\n    source: {document: d, passage: p}");
        String units =
                shipped("units.yml") + "\n- {code: thon-1, name: \"thôn 1\", level: VILLAGE, parent: xa-tien-duc}\n";
        walkThrough(programme, units, List.of(VILLAGER));
    }

    private void walkThrough(String programme, String units, List<Somebody> others) throws IOException {
        Path base = Files.createDirectories(folder.resolve("base"));
        Files.createDirectories(base.resolve("programmes"));
        Files.writeString(base.resolve("programmes/2024.yml"), programme);
        Files.writeString(base.resolve("units.yml"), units);
        Config config = ConfigReader.read(
                Optional.empty(),
                Optional.of(folder.resolve("data")),
                Map.of("DANVAN_REHEARSAL", "true", "DANVAN_WEB_ENABLED", "false"));
        try (App app = new App(config, Knowledge.read(base, problem -> {}), Clock.systemUTC())) {
            others.forEach(one -> app.people()
                    .example(
                            one.chat(),
                            one.role(),
                            one.unit(),
                            List.of(new Address("telegram", one.chat())),
                            app.clock().instant()));
            app.begin();
            Instant end = ZonedDateTime.of(2025, 1, 31, 12, 0, 0, 0, ZONE).toInstant();
            app.clock().advance(Duration.between(app.clock().instant(), end));
            // Some seconds; the patience is for a machine on which much else runs.
            Eventually.await("the year to be over", app::idle, Duration.ofMinutes(3));
        }
        try (Database database = Database.open(config.storage())) {
            for (Somebody one :
                    Stream.concat(EXAMPLES.stream(), others.stream()).toList()) {
                List<Mention> expected = expected(programme, one);
                assertThat(ledger(database, one)).as("the ledger, " + one).isEqualTo(expected);
                assertThat(messages(database, one)).as("messages, " + one).isEqualTo(texts(programme, expected));
            }
            assertThat(hours(database)).isSubsetOf("07:30", "07:31");
            assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM reminder WHERE late <> 0")))
                    .isZero();
            assertThat(database.<Long>read(
                            tx -> tx.count("SELECT COUNT(*) AS n FROM reminder_round WHERE outcome <> 'SENT'")))
                    .isZero();
        }
    }

    /** What somebody is to be reminded of, in order. */
    private static List<Mention> expected(String programme, Somebody one) throws IOException {
        List<Mention> mentions = new ArrayList<>();
        for (JsonNode task : tasks(programme)) {
            if (!task.path("status").asText().equals("proposed") && isFor(task.path("audience"), one)) {
                for (LocalDate due :
                        daysOf2024().filter(day -> isDue(task, day)).toList()) {
                    for (JsonNode lead : task.path("lead_days")) {
                        LocalDate on = due.minusDays(lead.asInt());
                        while (rests(on)) {
                            on = on.minusDays(1);
                        }
                        if (!on.isBefore(FIRST)) {
                            mentions.add(
                                    new Mention(on, "2024/" + task.path("id").asText(), due, lead.asInt()));
                        }
                    }
                }
            }
        }
        mentions.sort(ORDER);
        return mentions;
    }

    private static final Comparator<Mention> ORDER = Comparator.comparing(Mention::on)
            .thenComparing(Mention::due)
            .thenComparing(Mention::task)
            .thenComparing(Mention::lead);

    private static boolean isFor(JsonNode audience, Somebody one) {
        boolean role = false;
        for (JsonNode named : audience.path("roles")) {
            role |= named.asText().equalsIgnoreCase(one.role().name());
        }
        return role && audience.path("level").asText().equals(one.level());
    }

    private static boolean isDue(JsonNode task, LocalDate day) {
        JsonNode every = task.path("every");
        if (task.has("due")) {
            return task.path("due").asText().equals(day.toString());
        }
        if (every.has("weekly")) {
            return every.path("weekly").asText().equals(day.getDayOfWeek().name());
        }
        if (every.has("monthly")) {
            return isThe(every.path("monthly"), day);
        }
        if (every.has("quarterly")) {
            return Set.of(3, 6, 9, 12).contains(day.getMonthValue()) && isThe(every.path("quarterly"), day);
        }
        if (every.has("yearly")) {
            return every.path("yearly").asText().equals(day.toString().substring(5));
        }
        throw new AssertionError("this test knows no such task: " + task);
    }

    private static boolean isThe(JsonNode dayOfMonth, LocalDate day) {
        return dayOfMonth.asText().equals("last")
                ? day.plusDays(1).getDayOfMonth() == 1
                : dayOfMonth.asInt() == day.getDayOfMonth();
    }

    private static boolean rests(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 || OFF.contains(day);
    }

    private static Stream<LocalDate> daysOf2024() {
        return LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2025, 1, 1));
    }

    /** One message a day, each task in it once. */
    private static List<String> texts(String programme, List<Mention> mentions) throws IOException {
        Map<String, JsonNode> tasks = new TreeMap<>();
        tasks(programme).forEach(task -> tasks.put("2024/" + task.path("id").asText(), task));
        Map<LocalDate, List<Mention>> days =
                mentions.stream().collect(Collectors.groupingBy(Mention::on, TreeMap::new, Collectors.toList()));
        List<String> texts = new ArrayList<>();
        days.forEach((day, all) -> {
            List<Mention> each = new ArrayList<>();
            for (Mention mention : all) {
                boolean named = each.stream()
                        .anyMatch(other -> other.task().equals(mention.task())
                                && other.due().equals(mention.due()));
                if (!named) {
                    each.add(mention);
                }
            }
            texts.add(each.size() == 1 ? single(tasks, each.get(0)) : bundle(tasks, each));
        });
        return texts;
    }

    private static String single(Map<String, JsonNode> tasks, Mention mention) {
        JsonNode task = task(tasks, mention);
        String small = Stream.of("label", "due_note")
                .map(name -> task.path(name).path("vi").asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return "🔔 " + title(task) + "\n" + deadline(mention) + (small.isEmpty() ? "" : "\n" + small);
    }

    private static String bundle(Map<String, JsonNode> tasks, List<Mention> mentions) {
        StringBuilder text = new StringBuilder("🔔 Có " + mentions.size() + " việc cần nhắc\n");
        int number = 0;
        for (Mention mention : mentions) {
            text.append("\n")
                    .append(++number)
                    .append(". ")
                    .append(title(task(tasks, mention)))
                    .append("\n")
                    .append(deadline(mention))
                    .append("\n");
        }
        return text.append("\nBấm số để xem chi tiết hoặc đánh dấu đã xong.").toString();
    }

    private static JsonNode task(Map<String, JsonNode> tasks, Mention mention) {
        return Optional.ofNullable(tasks.get(mention.task())).orElseThrow();
    }

    private static String title(JsonNode task) {
        return task.path("title").path("vi").asText();
    }

    private static String deadline(Mention mention) {
        long days = ChronoUnit.DAYS.between(mention.on(), mention.due());
        String far = days == 0 ? "hôm nay" : days == 1 ? "ngày mai" : "còn " + days + " ngày";
        return "Hạn: " + WEEKDAYS.get(mention.due().getDayOfWeek()) + ", "
                + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(mention.due()) + " (" + far + ")";
    }

    private static List<Mention> ledger(Database database, Somebody one) {
        List<Mention> mentions = new ArrayList<>(database.read(tx -> tx.list(
                """
                SELECT DISTINCT r.entered_at, r.task, r.due, r.lead FROM reminder r
                JOIN member_address a ON a.member_id = r.member_id WHERE a.chat = ?
                """,
                row -> new Mention(
                        LocalDate.ofInstant(row.instant("entered_at"), ZONE),
                        row.text("task"),
                        LocalDate.parse(row.text("due")),
                        (int) row.number("lead")),
                one.chat())));
        mentions.sort(ORDER);
        return mentions;
    }

    /** All that was ever said to somebody, but for the weekly digests' pictures. */
    private static List<String> messages(Database database, Somebody one) {
        return database
                .read(tx -> tx.list("""
                        SELECT o.body FROM outbox o JOIN member_address a ON a.channel = o.channel AND a.chat = o.chat
                        WHERE a.member_id = (SELECT member_id FROM member_address WHERE chat = ?) ORDER BY o.id
                        """, row -> Json.read(row.text("body"), Outgoing.class), one.chat()))
                .stream()
                .filter(message ->
                        !(message instanceof Outgoing.File file && file.name().equals("tuan.png")))
                .map(message -> message instanceof Outgoing.Message said ? Markup.strip(said.text()) : "" + message)
                .toList();
    }

    /** At what hours anybody was reminded. */
    private static Set<String> hours(Database database) {
        return database
                .read(tx -> tx.list("SELECT DISTINCT entered_at FROM reminder", row -> row.instant("entered_at")))
                .stream()
                .map(at -> LocalTime.ofInstant(at, ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode tasks(String programme) throws IOException {
        return new YAMLMapper().readTree(programme).path("tasks");
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(Path.of("knowledge-base").resolve(file));
    }

    private static LocalDate day(String monthAndDay) {
        return MonthDay.parse("--" + monthAndDay).atYear(2024);
    }
}
