package danvan.report;

import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.storage.FileTooLarge;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file that was sent in the middle of a report. */
final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final long MEGABYTE = 1L << 20;

    private final Opened opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;

    Receiving(Opened opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.draft = opened.draft();
    }

    /** What to do with a file that was fetched. */
    private interface Use {
        Reply of(Enclosures.Enclosure enclosure);
    }

    /** The file is the question's answer, in the place of an earlier one. */
    Reply answer(Step.Question question, Incoming.File file) {
        return fetched(question.ref(), question.personal(), file, enclosure -> {
            Outcome outcome = form.answer(draft.state(), new Answer.File(enclosure.name()), opened.context());
            if (outcome instanceof Outcome.Rejected rejected) {
                return Reply.say("⚠️ " + Markup.escape(rejected.message()));
            }
            Draft answered = draft.at(((Outcome.Accepted) outcome).state()).receiving(file.album(), question.ref());
            return new Showing(opened).show(answered).andDo(tx -> {
                means.enclosures().replace(tx, draft.id(), question.ref());
                means.enclosures().add(tx, draft.id(), enclosure);
            });
        });
    }

    /**
     * One more picture of an album whose first one is the answer. Nothing is said where the summary is still to come and
     * counts them; a summary that the first picture has brought up says one, and the others would seem to be lost.
     */
    Reply more(Incoming.File file) {
        boolean personal = form.personalPaths().contains(draft.albumRef().replaceAll("\\[\\d+]", ""));
        return fetched(
                draft.albumRef(),
                personal,
                file,
                enclosure -> counted()
                        .andDo(tx -> means.enclosures().add(tx, draft.id(), enclosure))
                        .andDo(tx -> means.drafts().put(tx, turn.person().id(), form, draft, turn.now())));
    }

    private Reply counted() {
        if (!(opened.step() instanceof Step.End)) {
            return Reply.nothing();
        }
        long before = means.enclosures().ofDraft(draft.id()).stream()
                .filter(enclosure -> enclosure.ref().equals(draft.albumRef()))
                .count();
        return Reply.say(turn.say("report.moreFiles", "count", before + 1));
    }

    private Reply fetched(String ref, boolean personal, Incoming.File file, Use use) {
        String caption = file.caption().strip();
        Optional<Reply> refused = personal ? Optional.empty() : Answering.refusedPersonal(turn, caption);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean seals = personal && !caption.isEmpty();
        try {
            return use.of(Enclosures.of(ref, file, means.downloads().fetch(turn.address(), file))
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
