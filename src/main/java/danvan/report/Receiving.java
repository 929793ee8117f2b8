package danvan.report;

import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.storage.FileTooLarge;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file that was sent in the middle of a report. */
final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final long MEGABYTE = 1L << 20;

    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;

    Receiving(Means means, Turn turn, Form form, Draft draft) {
        this.means = means;
        this.turn = turn;
        this.form = form;
        this.draft = draft;
    }

    /** What to do with a file that was fetched. */
    private interface Use {
        Reply of(Enclosures.Enclosure enclosure);
    }

    /** The file is the question's answer, in the place of an earlier one. */
    Reply answer(Step.Question question, Incoming.File file, FormContext context, Function<Draft, Reply> next) {
        return fetched(question.ref(), file, enclosure -> {
            Outcome outcome = form.answer(draft.state(), new Answer.File(enclosure.name()), context);
            if (outcome instanceof Outcome.Rejected rejected) {
                return Reply.say("⚠️ " + Markup.escape(rejected.message()));
            }
            Draft answered = draft.at(((Outcome.Accepted) outcome).state()).receiving(file.album(), question.ref());
            return next.apply(answered).andDo(tx -> {
                means.enclosures().replace(tx, draft.id(), question.ref());
                means.enclosures().add(tx, draft.id(), enclosure);
            });
        });
    }

    /** One more picture of an album whose first one is the answer. Nothing is said: the summary counts them. */
    Reply more(Incoming.File file) {
        return fetched(
                draft.albumRef(),
                file,
                enclosure -> Reply.nothing()
                        .andDo(tx -> means.enclosures().add(tx, draft.id(), enclosure))
                        .andDo(tx -> means.drafts().put(tx, turn.person().id(), form, draft, turn.now())));
    }

    private Reply fetched(String ref, Incoming.File file, Use use) {
        try {
            return use.of(Enclosures.of(ref, file, means.downloads().fetch(turn.address(), file)));
        } catch (FileTooLarge e) {
            return Reply.say(
                    turn.say("report.fileTooLarge", "most", means.downloads().most() / MEGABYTE));
        } catch (IOException e) {
            LOG.warn("a file of {} was not fetched: {}", turn.address(), e.toString());
            return Reply.say(turn.say("report.fileNotFetched"));
        }
    }

    /** How many files beyond the first each question has. */
    static Map<String, Integer> more(List<Enclosures.Enclosure> enclosures) {
        Map<String, Integer> more = new HashMap<>();
        enclosures.forEach(enclosure -> more.merge(enclosure.ref(), 1, Integer::sum));
        more.replaceAll((ref, count) -> count - 1);
        return more;
    }
}
