package danvan.report.dialog;

import danvan.chat.Incoming;
import danvan.conversation.Downloads;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.report.PersonalDataCheck;
import danvan.report.store.AnswerCipher;
import danvan.report.store.Attachment;
import danvan.report.store.Draft;
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

    private final DraftPresenter presenter;
    private final Downloads downloads;
    private final AnswerCipher cipher;

    FileAnswer(DraftPresenter presenter, Downloads downloads, AnswerCipher cipher) {
        this.presenter = presenter;
        this.downloads = downloads;
        this.cipher = cipher;
    }

    /** What to do with a file that was fetched. */
    private interface Use {
        Reply of(Attachment enclosure);
    }

    /** The file answers the question, beside those that do already; there may be more of them until the person says so. */
    Reply answer(OpenDraft open, Step.Question question, Incoming.File file) {
        Draft draft = open.draft();
        return fetched(open, question.ref(), question.personal(), file, enclosure -> {
            if (draft.count(question.ref()) == 0) {
                if (open.session().answer(new Answer.File(enclosure.name())) instanceof Outcome.Rejected rejected) {
                    return presenter.askedAgain(open, Reply.say("⚠️ " + Markup.escape(rejected.message())));
                }
                // The person stays at the question.
                open.session().moveTo(draft.state().position());
            }
            return presenter.show(open, draft.adding(enclosure).receiving(file.album(), question.ref()));
        });
    }

    /**
     * One more picture of an album whose first one is received. Nothing is said where its question is still shown: that
     * message's buttons stay good, and whoever taps one reads how many there are.
     */
    Reply more(OpenDraft open, Incoming.File file) {
        Draft draft = open.draft();
        boolean personal = open.form().personalPaths().contains(draft.albumRef().replaceAll("\\[\\d+]", ""));
        return fetched(open, draft.albumRef(), personal, file, enclosure -> {
            Draft more = draft.adding(enclosure);
            boolean shown = open.step() instanceof Step.Question question
                    && question.ref().equals(draft.albumRef());
            Reply reply = shown
                    ? Reply.nothing()
                    : Reply.say(open.turn().say("report.moreFiles", "count", more.count(draft.albumRef())));
            return presenter.kept(open, more, reply);
        });
    }

    private Reply fetched(OpenDraft open, String ref, boolean personal, Incoming.File file, Use use) {
        Turn turn = open.turn();
        if (open.draft().count(ref) >= MOST_FILES) {
            return refused(open, "report.filesEnough", "most", MOST_FILES);
        }
        String caption = file.caption().strip();
        Optional<Reply> refused = personal ? Optional.empty() : PersonalDataCheck.refusal(turn, file);
        if (refused.isPresent()) {
            return presenter.askedAgain(open, refused.get());
        }
        boolean seals = personal && !caption.isEmpty();
        try {
            return use.of(Attachment.of(ref, file, downloads.fetch(turn.address(), file))
                    .saying(seals ? cipher.seal(caption) : caption, seals));
        } catch (FileTooLarge e) {
            return refused(open, "report.fileTooLarge", "most", downloads.most() / MEGABYTE);
        } catch (IOException e) {
            LOG.warn("a file of {} was not fetched: {}", turn.address(), e.toString());
            return refused(open, "report.fileNotFetched");
        }
    }

    private Reply refused(OpenDraft open, String key, Object... values) {
        return presenter.askedAgain(open, Reply.say(open.turn().say(key, values)));
    }
}
