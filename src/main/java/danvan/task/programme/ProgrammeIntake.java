package danvan.task.programme;

import danvan.chat.Incoming;
import danvan.conversation.Downloads;
import danvan.conversation.Enclosures;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.task.AudienceMembers;
import danvan.task.Quotes;
import danvan.task.ReferenceCheck;
import danvan.task.Task;
import danvan.workbook.ReviewedFiles;
import danvan.workbook.ReviewedUpload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A programme as the office gets it, and sends it in: as a workbook or as YAML. */
public final class ProgrammeIntake {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration KEPT = Duration.ofDays(7);

    private final ProgrammeStore register;
    private final ReviewedUpload<ProgrammeUpload.Proposal> upload;
    private final Enclosures enclosures;

    public ProgrammeIntake(
            Database database,
            ProgrammeStore register,
            TaskSwitching switching,
            AudienceMembers members,
            ReferenceCheck known,
            Quotes quotes,
            Files files,
            Downloads downloads) {
        this.register = register;
        this.upload = new ReviewedUpload<>(
                new ProgrammeUpload(database, register, switching, members, known, quotes), database, downloads, files);
        this.enclosures = new Enclosures(files);
    }

    /** The same for a page. */
    public ReviewedFiles files() {
        return upload;
    }

    /** Takes a file that is a programme, from the office; empty where it is anything else. */
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        return upload.sent(turn, file);
    }

    /** The office's word on what was shown; empty where a button asks for something else. */
    public Optional<Reply> tapped(Turn turn, String action) {
        return upload.tapped(turn, action);
    }

    /** The programme in force as a workbook. */
    public Reply asWorkbook(Turn turn, int year) {
        return register.now()
                .of(year)
                .map(programme -> enclosures.with(
                        Reply.nothing(),
                        ProgrammeWriter.bytes(programme.tree(), Optional.of(turn.texts())),
                        turn.plain("task.intakeFile", "year", Integer.toString(year)),
                        TYPE,
                        turn.say("task.intakeWorkbook", "year", Integer.toString(year)),
                        List.of(),
                        KEPT))
                .orElseGet(() -> none(turn, year));
    }

    /** There is none of the year yet: another year's is where to start from. */
    private Reply none(Turn turn, int year) {
        Optional<Integer> other = register.now().all().stream().map(Task::year).max(Integer::compare);
        return Reply.say(turn.say(
                "task.intakeNone",
                "year",
                Integer.toString(year),
                "known",
                other.isPresent() ? "yes" : "no",
                "other",
                other.map(String::valueOf).orElse("")));
    }
}
