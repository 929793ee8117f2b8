package danvan.report.dialog;

import danvan.report.Means;
import danvan.report.store.AttachmentTable;
import danvan.report.store.Draft;
import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.storage.FileTooLarge;
import danvan.text.Markup;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file that was sent in the middle of a report. */
final class FileAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);
    private static final long MEGABYTE = 1L << 20;
    /** For one question: more than anybody looks at, and no endless growth. */
    private static final int MOST_FILES = 20;

    private final OpenDraft opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final FormSession session;
    private final Draft draft;

    FileAnswer(OpenDraft opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.session = opened.session();
        this.draft = opened.draft();
    }

    /** What to do with a file that was fetched. */
    private interface Use {
        Reply of(AttachmentTable.Enclosure enclosure);
    }

    /** The file answers the question, beside those that do already; there may be more of them until the person says so. */
    Reply answer(Step.Question question, Incoming.File file) {
        return fetched(question.ref(), question.personal(), file, enclosure -> {
            if (draft.count(question.ref()) == 0) {
                if (session.answer(new Answer.File(enclosure.name())) instanceof Outcome.Rejected rejected) {
                    return Reply.say("⚠️ " + Markup.escape(rejected.message()));
                }
                // The person stays at the question.
                session.moveTo(draft.state().position());
            }
            return new DraftPresenter(opened).show(draft.adding(enclosure).receiving(file.album(), question.ref()));
        });
    }

    /**
     * One more picture of an album whose first one is received. Nothing is said where its question is still shown: that
     * message's buttons stay good, and whoever taps one reads how many there are.
     */
    Reply more(Incoming.File file) {
        boolean personal = form.personalPaths().contains(draft.albumRef().replaceAll("\\[\\d+]", ""));
        return fetched(draft.albumRef(), personal, file, enclosure -> {
            Draft more = draft.adding(enclosure);
            boolean shown = opened.step() instanceof Step.Question question
                    && question.ref().equals(draft.albumRef());
            Reply reply = shown
                    ? Reply.nothing()
                    : Reply.say(turn.say("report.moreFiles", "count", more.count(draft.albumRef())));
            return reply.andDo(tx -> means.drafts().put(tx, turn.person().id(), form, more, turn.now()));
        });
    }

    private Reply fetched(String ref, boolean personal, Incoming.File file, Use use) {
        if (draft.count(ref) >= MOST_FILES) {
            return Reply.say(turn.say("report.filesEnough", "most", MOST_FILES));
        }
        String caption = file.caption().strip();
        Optional<Reply> refused = personal ? Optional.empty() : AnswerHandler.refusedPersonal(turn, caption);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean seals = personal && !caption.isEmpty();
        try {
            return use.of(AttachmentTable.of(ref, file, means.downloads().fetch(turn.address(), file))
                    .saying(seals ? means.vault().seal(caption) : caption, seals));
        } catch (FileTooLarge e) {
            return Reply.say(
                    turn.say("report.fileTooLarge", "most", means.downloads().most() / MEGABYTE));
        } catch (IOException e) {
            LOG.warn("a file of {} was not fetched: {}", turn.address(), e.toString());
            return Reply.say(turn.say("report.fileNotFetched"));
        }
    }
}
