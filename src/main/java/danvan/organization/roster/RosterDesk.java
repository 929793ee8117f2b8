package danvan.organization.roster;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Enclosures;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Invitations;
import danvan.organization.People;
import danvan.organization.Unit;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import danvan.text.Texts;
import danvan.workbook.Fault;
import danvan.workbook.FaultList;
import danvan.workbook.MarkedWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /roster} gives all units and members as a workbook; sent back, it is checked as a whole, shown by what it would
 * change, and done at the office's word: units begin, end and are renamed; members move, rise and leave; and a row without a
 * number is somebody new, for whom there is a code.
 */
public final class RosterDesk implements Feature {
    private static final String NAME = "roster";
    private static final Duration KEPT = Duration.ofDays(30);
    /** They let people in. */
    private static final Duration CODES_KEPT = Duration.ofDays(1);

    private final Database database;
    private final Files files;
    private final Enclosures enclosures;
    private final Downloads downloads;
    private final RosterWork work;
    private final Texts texts;
    private final ZoneId zone;
    private final Sheets sheets;
    private final RosterReader reader;
    private final RosterCheck check;

    public RosterDesk(Database database, Files files, Downloads downloads, People people, Texts texts, ZoneId zone) {
        this.database = database;
        this.files = files;
        this.enclosures = new Enclosures(files);
        this.downloads = downloads;
        this.work = new RosterWork(database, people);
        this.texts = texts;
        this.zone = zone;
        this.sheets = new Sheets(texts);
        this.reader = new RosterReader(sheets);
        this.check = new RosterCheck(sheets);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("roster", List.of("danhsach", "liste"), "people.helpRoster", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        State state = state(turn);
        return with(
                Reply.nothing(),
                new RosterWriter(texts, sheets, zone).write(state, turn.language()),
                turn.plain("people.rosterFile") + ".xlsx",
                turn.say(
                        "people.rosterGiven",
                        "units",
                        state.units().size(),
                        "members",
                        state.members().size()),
                KEPT);
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File sent) {
        if (!turn.person().role().atLeast(Role.OFFICE)
                || !sent.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return Optional.empty();
        }
        try {
            StoredFile stored = downloads.fetch(turn.address(), sent);
            byte[] content = content(stored.id());
            return reader.isOne(content)
                    ? Optional.of(answered(turn, stored.id(), sent.name(), content))
                    : Optional.empty();
        } catch (FileTooLarge e) {
            return Optional.of(Reply.say(turn.say("people.rosterTooLarge", "megabytes", downloads.most() >> 20)));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("people.rosterNotFetched", "file", sent.name())));
        }
    }

    private Reply answered(Turn turn, String file, String name, byte[] content) throws IOException {
        State state = state(turn);
        Draft draft = draft(turn, content, state);
        if (!draft.faults().isEmpty()) {
            return faulty(turn, name, content, draft.faults());
        }
        return draft.changes().isEmpty()
                ? Reply.say(turn.say("people.rosterSame")
                        + new Shown(turn.texts(), sheets, state.units())
                                .known(draft)
                                .map("\n"::concat)
                                .orElse(""))
                : proposed(turn, file, draft, state).andDo(tx -> files.keepFor(tx, file, KEPT));
    }

    private State state(Turn turn) {
        return database.read(tx -> State.of(tx, turn.now()));
    }

    private Draft draft(Turn turn, byte[] content, State state) throws IOException {
        return check.check(reader.read(content), state, turn.person(), LocalDate.ofInstant(turn.now(), zone));
    }

    private Reply faulty(Turn turn, String name, byte[] content, List<Fault> faults) {
        Reply reply = Reply.say(FaultList.said(turn.texts(), name, turn.plain("people.rosterKept"), faults));
        return MarkedWorkbook.noted(
                        content,
                        faults.stream().map(fault -> fault.note(turn.texts())).toList())
                .map(marked -> with(
                        reply,
                        marked,
                        turn.plain("people.rosterFile") + "-loi.xlsx",
                        turn.say("people.rosterMarked"),
                        KEPT))
                .orElse(reply);
    }

    private Reply proposed(Turn turn, String file, Draft draft, State state) {
        Map<String, Unit> units = new HashMap<>(state.units());
        draft.of(Change.OfUnit.class).forEach(change -> units.put(change.after().code(), change.after()));
        return Reply.say(
                new Shown(turn.texts(), sheets, units).changes(draft),
                List.of(List.of(
                        new Button(turn.plain("people.rosterApply"), NAME + ":y:" + file + ":" + draft.mark()),
                        new Button(turn.plain("people.rosterDrop"), NAME + ":n:" + file))));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = (action + "::").split(":", -1);
        boolean decided = !turn.person().role().atLeast(Role.OFFICE)
                || files.find(parts[1]).isEmpty()
                || database.read(tx -> isDecided(tx, parts[1]));
        if (decided) {
            return Reply.nothing().andToast(turn.plain("people.rosterDecided"));
        }
        if (!parts[0].equals("y")) {
            return Reply.say(turn.say("people.rosterDropped")).andDo(tx -> decide(tx, turn, parts[1], false));
        }
        try {
            return applied(turn, parts[1], parts[2]);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the roster that was sent", e);
        }
    }

    private Reply applied(Turn turn, String file, String mark) throws IOException {
        if (!reader.isOne(content(file))) {
            // A forged button may name any file.
            return Reply.nothing().andToast(turn.plain("people.rosterDecided"));
        }
        State state = state(turn);
        Draft draft = draft(turn, content(file), state);
        if (!draft.faults().isEmpty() || draft.changes().isEmpty()) {
            return Reply.say(turn.say("people.rosterOvertaken")).andDo(tx -> decide(tx, turn, file, false));
        }
        if (!draft.mark().equals(mark)) {
            return proposed(turn, file, draft, state).afterSaying(turn.say("people.rosterOtherNow"));
        }
        List<CodesWriter.Invited> invited = work.invited(draft, state);
        Reply reply = Reply.say(turn.say("people.rosterDone", Shown.counts(draft)) + work.invitationsEnd(turn, draft))
                .andDo(tx -> {
                    decide(tx, turn, file, true);
                    work.put(tx, turn, draft, state, invited);
                })
                .andTell(work.notices(turn, draft, state));
        return invited.isEmpty()
                ? reply
                : with(
                        reply,
                        new CodesWriter(texts, sheets).write(invited, turn.language()),
                        turn.plain("people.codesFile") + ".xlsx",
                        turn.say("people.codesGiven", "count", invited.size(), "days", Invitations.VALID.toDays()),
                        CODES_KEPT);
    }

    private static boolean isDecided(Tx tx, String file) {
        return tx.count("SELECT COUNT(*) AS n FROM roster_sent WHERE file = ?", file) > 0;
    }

    private static void decide(Tx tx, Turn turn, String file, boolean done) {
        int written = tx.update(
                "INSERT INTO roster_sent (file, done, decided_by, decided_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                file,
                done,
                turn.person().id(),
                turn.now());
        if (written == 0) {
            throw new Conflict("the roster that was sent was decided on meanwhile");
        }
    }

    private byte[] content(String file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }

    private Reply with(Reply reply, byte[] content, String name, String caption, Duration kept) {
        return enclosures.with(reply, content, name, RosterWriter.TYPE, caption, List.of(), kept);
    }
}
