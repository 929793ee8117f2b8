package danvan.organization.roster;

import danvan.chat.Incoming;
import danvan.conversation.Enclosures;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Invitations;
import danvan.organization.Unit;
import danvan.storage.Database;
import danvan.text.Texts;
import danvan.workbook.Reviewer;
import danvan.workbook.SentFile;
import danvan.workbook.UploadCheck;
import danvan.workbook.UploadKind;
import danvan.workbook.UploadReview;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Units and members that are sent in as a workbook. What has no row in it stays as it is. */
final class RosterUpload implements UploadKind<RosterUpload.Proposal> {
    static final String NAME = "roster";
    /** They let people in. */
    private static final Duration CODES_KEPT = Duration.ofDays(1);

    private final Database database;
    private final Enclosures enclosures;
    private final RosterWork work;
    private final Texts texts;
    private final ZoneId zone;
    private final Sheets sheets;
    private final RosterReader reader;
    private final RosterCheck check;

    /** What would change, and what it was compared with. */
    record Proposal(Draft draft, State state) {}

    RosterUpload(Database database, Enclosures enclosures, RosterWork work, Sheets sheets, Texts texts, ZoneId zone) {
        this.database = database;
        this.enclosures = enclosures;
        this.work = work;
        this.texts = texts;
        this.zone = zone;
        this.sheets = sheets;
        this.reader = new RosterReader(sheets);
        this.check = new RosterCheck(sheets);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "people.roster";
    }

    @Override
    public List<String> endings() {
        return List.of(".xlsx");
    }

    @Override
    public boolean takes(Incoming.File file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    @Override
    public UploadCheck<Proposal> check(Reviewer by, String fileName, byte[] content) throws IOException {
        if (!reader.isOne(content)) {
            return new UploadCheck.Foreign<>();
        }
        State state = database.read(tx -> State.of(tx, by.now()));
        Draft draft = check.check(reader.read(content), state, by.person(), LocalDate.ofInstant(by.now(), zone));
        return draft.problems().isEmpty()
                ? new UploadCheck.Sound<>(new Proposal(draft, state))
                : new UploadCheck.Faulty<>(draft.problems());
    }

    @Override
    public UploadReview review(Reviewer by, Proposal proposal) {
        Draft draft = proposal.draft();
        Map<String, Unit> units = new HashMap<>(proposal.state().units());
        draft.of(Change.OfUnit.class).forEach(change -> units.put(change.after().code(), change.after()));
        Shown shown = new Shown(by.texts(), sheets, units);
        return draft.changes().isEmpty()
                ? UploadReview.nothing(by.texts().say("people.rosterSame")
                        + shown.known(draft).map("\n"::concat).orElse(""))
                : UploadReview.of(
                        shown.changes(draft),
                        shown.differences(draft),
                        draft.changes().toString());
    }

    @Override
    public Reply apply(Turn turn, Proposal proposal, SentFile file) {
        Draft draft = proposal.draft();
        State state = proposal.state();
        List<CodesWriter.Invited> invited = work.invited(draft, state);
        Reply reply = Reply.say(turn.say("people.rosterDone", Shown.counts(draft)) + work.invitationsEnd(turn, draft))
                .andDo(tx -> work.put(tx, turn, draft, state, invited))
                .andTell(work.notices(turn, draft, state));
        return invited.isEmpty()
                ? reply
                : enclosures.with(
                        reply,
                        new CodesWriter(texts, sheets).write(invited, turn.language()),
                        turn.plain("people.codesFile") + ".xlsx",
                        RosterWriter.TYPE,
                        turn.say("people.codesGiven", "count", invited.size(), "days", Invitations.VALID.toDays()),
                        List.of(),
                        CODES_KEPT);
    }
}
