package danvan.report;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Dialog;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Forms;
import danvan.organization.directory.MadeUpOrganization;
import danvan.organization.directory.Member;
import danvan.organization.directory.UnitRef;
import danvan.report.store.AnswerCipher;
import danvan.report.store.ReportStore;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Turns of members with the reports on a real database, without a channel: each as quick as a statement or two. */
final class ReportConversation {
    private static final Texts TEXTS = new Texts();

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final NewsRules NEWS =
            new NewsRules(List.of(LocalTime.of(16, 30), LocalTime.of(11, 0)), Duration.ofDays(3), ZONE);
    private static final Address SOMEWHERE = new Address("telegram", "1");

    final Reports reports;
    final ReportStore store;
    final List<SubmissionListener.Submitted> submitted = new ArrayList<>();
    /** What others were told, the latest last. */
    final List<String> told = new ArrayList<>();

    final List<Outgoing> posted = new ArrayList<>();
    Instant now = Instant.parse("2024-01-02T00:30:00Z");

    private final Database database;
    private final Map<Long, Optional<Dialog>> dialogs = new HashMap<>();
    private final List<Outgoing> said = new ArrayList<>();
    private final Map<Integer, Outgoing.Edit> rewritten = new HashMap<>();
    private Person speaker = person(1, "xa");
    private long revision = 1;

    ReportConversation(Database database, Forms forms, StartOptions options, Path folder) throws IOException {
        this.database = database;
        Files files = new Files(database, Clock.systemUTC());
        Downloads downloads = new Downloads(files, 1_000);
        downloads.from("telegram", ref -> new ByteArrayInputStream(ref.getBytes(StandardCharsets.UTF_8)));
        this.store = new ReportStore(database, files, AnswerCipher.in(folder.resolve("report.key")), ZONE);
        this.reports = new Reports(
                new ReportForms(() -> forms, ZONE),
                store,
                new ReportPorts(
                        new Village(),
                        (turn, words) -> Optional.empty(),
                        (tx, report) -> submitted.add(report),
                        (tx, to, what) -> posted.add(what),
                        options,
                        (tx, at, member, action, detail) -> {}),
                new ReportRules(Duration.ofDays(1), Duration.ofDays(14), Duration.ofDays(1), Period.ofYears(10), NEWS),
                files,
                downloads,
                TEXTS,
                () -> UUID.randomUUID().toString());
    }

    private static Person person(long id, String unit) {
        return new Person(id, "Lan", Role.CADRE, unit, Optional.of(Language.VI));
    }

    /** From now on this lead speaks. */
    ReportConversation asLead(long id, String unit) {
        speaker = new Person(id, "Minh", Role.LEAD, unit, Optional.of(Language.VI));
        return this;
    }

    /** From now on this member speaks. */
    ReportConversation as(long id, String unit) {
        speaker = person(id, unit);
        return this;
    }

    ReportConversation says(String words) {
        Incoming incoming = new Incoming.Words(words);
        Reply reply = words.startsWith("/")
                ? feature(words.equals("/reports") ? "desk" : "report").command(turn(incoming), words.substring(1), "")
                : feature(dialog().orElseThrow().feature())
                        .heard(turn(incoming), dialog().orElseThrow())
                        .orElseThrow();
        return done(reply);
    }

    /** Answers by a message that can be edited later. */
    ReportConversation says(String words, String message) {
        return done(feature("report")
                .heard(turn(new Incoming.Words(words, message)), dialog().orElseThrow())
                .orElseThrow());
    }

    /** Edits a message that was sent before. */
    ReportConversation edits(String message, String words) {
        Incoming.Edited edited = new Incoming.Edited(message, new Incoming.Words(words, message));
        return done(feature("report").edited(turn(edited), edited).orElseThrow());
    }

    ReportConversation sends(Incoming.File file) {
        return done(feature("report").heard(turn(file), dialog().orElseThrow()).orElseThrow());
    }

    /** Taps the newest buttons with these labels, one after the other. */
    ReportConversation taps(String... labels) {
        for (String label : labels) {
            String action = action(label);
            Turn turn = turn(new Incoming.Tap("", "", action));
            done(feature(action.substring(0, action.indexOf(':')))
                    .tap(turn, action.substring(action.indexOf(':') + 1)));
        }
        return this;
    }

    private String action(String label) {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i) instanceof Outgoing.Message message) {
                for (var row : message.buttons()) {
                    for (var button : row) {
                        if (button.label().equals(label)) {
                            return button.action();
                        }
                    }
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + said);
    }

    /** The newest two messages: below a refusal the question stands again. */
    String lastTwo() {
        List<String> words = said.stream()
                .filter(Outgoing.Message.class::isInstance)
                .map(message -> Markup.strip(((Outgoing.Message) message).text()))
                .toList();
        return String.join("\n", words.subList(Math.max(0, words.size() - 2), words.size()));
    }

    /** The newest message, without its markup. */
    String last() {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i) instanceof Outgoing.Message message) {
                return Markup.strip(message.text());
            }
        }
        return "";
    }

    /** Messages as they stand now, those rewritten without their markup: "words [number of buttons]". */
    List<String> standing() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i) instanceof Outgoing.Message message) {
                Outgoing.Edit edit = rewritten.get(i + 1);
                all.add(
                        edit == null
                                ? Markup.strip(message.text()) + " ["
                                        + message.buttons().stream()
                                                .mapToInt(List::size)
                                                .sum() + "]"
                                : Markup.strip(edit.text()) + " ["
                                        + edit.buttons().size() + "]");
            }
        }
        return all;
    }

    /** The labels below the newest message. */
    List<String> buttons() {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i) instanceof Outgoing.Message message) {
                return message.buttons().stream()
                        .flatMap(List::stream)
                        .map(button -> button.label())
                        .toList();
            }
        }
        return List.of();
    }

    /** All that was said since the start, files among it. */
    List<Outgoing> said() {
        return said;
    }

    private Turn turn(Incoming incoming) {
        return new Turn(speaker, SOMEWHERE, incoming, now, dialog(), revision, TEXTS.in(Language.VI));
    }

    private Optional<Dialog> dialog() {
        return dialogs.getOrDefault(speaker.id(), Optional.empty());
    }

    private ReportConversation done(Reply reply) {
        database.change(tx -> reply.effects().forEach(effect -> effect.apply(tx)));
        if (reply.dialog() instanceof Reply.Next.Open open) {
            dialogs.put(speaker.id(), Optional.of(new Dialog(open.feature(), open.state(), ++revision)));
        } else if (reply.dialog() instanceof Reply.Next.Close) {
            dialogs.put(speaker.id(), Optional.empty());
            revision++;
        }
        for (Outgoing message : reply.messages()) {
            said.add(message);
            if (message instanceof Outgoing.Edit edit && edit.messageId().startsWith(Outgoing.SENT)) {
                rewritten.put(Integer.parseInt(edit.messageId().substring(Outgoing.SENT.length())), edit);
            }
        }
        reply.numbered()
                .ifPresent(wanted -> database.change(tx -> {
                    for (int i = said.size() - 1; i >= 0; i--) {
                        if (said.get(i) instanceof Outgoing.Message message
                                && !message.buttons().isEmpty()) {
                            wanted.is(tx, i + 1L);
                            return;
                        }
                    }
                }));
        reply.notices().forEach(notice -> {
            told.add(Markup.strip(((Outgoing.Message) notice.what()).text()));
            // One phone for all: its buttons are there to be tapped.
            said.add(notice.what());
        });
        return this;
    }

    private Feature feature(String name) {
        return reports.features().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A commune with its villages, whose codes begin with its own; everybody can be reached, nobody is on duty. */
    private static final class Village extends MadeUpOrganization {
        @Override
        public Optional<Member> member(long id) {
            return Optional.of(new Member(
                    id, "Lan", Role.LEAD, "xa", "commune", Language.VI, Instant.EPOCH, Optional.of(SOMEWHERE)));
        }

        @Override
        public List<UnitRef> below(String unit) {
            return unit.contains("-") ? List.of() : List.of(village(unit, 1), village(unit, 2));
        }

        @Override
        public List<UnitRef> upwards(String unit) {
            String commune = unit.replaceFirst("-.*", "");
            return unit.equals(commune)
                    ? super.upwards(unit)
                    : Stream.concat(super.upwards(unit).stream(), super.upwards(commune).stream())
                            .toList();
        }

        private static UnitRef village(String commune, int number) {
            String code = commune + "-" + number;
            return new UnitRef(code, code, "village", Optional.of(commune));
        }
    }
}
