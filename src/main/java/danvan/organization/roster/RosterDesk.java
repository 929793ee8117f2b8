package danvan.organization.roster;

import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Enclosures;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.chat.People;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.text.Texts;
import danvan.workbook.ReviewedFiles;
import danvan.workbook.ReviewedUpload;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * {@code /roster} gives all units and members as a workbook; sent back, it is checked as a whole, shown by what it would
 * change, and done at the office's word: units begin, end and are renamed; members move, rise and leave; and a row without a
 * number is somebody new, for whom there is a code.
 */
public final class RosterDesk implements Feature {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Enclosures enclosures;
    private final RosterWriter writer;
    private final ReviewedUpload<RosterUpload.Proposal> upload;

    public RosterDesk(Database database, Files files, Downloads downloads, People people, Texts texts, ZoneId zone) {
        this.database = database;
        this.enclosures = new Enclosures(files);
        Sheets sheets = new Sheets(texts);
        this.writer = new RosterWriter(texts, sheets, zone);
        this.upload = new ReviewedUpload<>(
                new RosterUpload(database, enclosures, new RosterWork(database, people), sheets, texts, zone),
                database,
                downloads,
                files);
    }

    @Override
    public String name() {
        return RosterUpload.NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("roster", List.of("danhsach", "liste"), "people.helpRoster", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        State state = database.read(tx -> State.of(tx, turn.now()));
        return enclosures.with(
                Reply.nothing(),
                writer.write(state, turn.language()),
                turn.plain("people.rosterFile") + ".xlsx",
                RosterWriter.TYPE,
                turn.say(
                        "people.rosterGiven",
                        "units",
                        state.units().size(),
                        "members",
                        state.members().size()),
                List.of(),
                KEPT);
    }

    /** The same for a page. */
    public ReviewedFiles files() {
        return upload;
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File sent) {
        return upload.sent(turn, sent);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return upload.tapped(turn, action).orElseGet(() -> Reply.nothing().andToast(turn.plain("workbook.decided")));
    }
}
