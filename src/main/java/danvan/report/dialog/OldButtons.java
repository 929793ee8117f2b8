package danvan.report.dialog;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.CurrentAnswer;
import danvan.form.Step;
import danvan.report.store.AnswerCipher;
import danvan.report.store.DraftTable;
import danvan.text.Markup;
import java.util.List;

/**
 * Only the newest message of a draft has buttons: an older one keeps its words, and what was answered its answer. Who scrolls
 * up reads what was said, and taps nothing that is over.
 */
final class OldButtons {
    private static final int LONGEST = 200;

    private OldButtons() {}

    /** The step that the turn began at is answered. */
    static Reply answered(OpenDraft open, Answer answer, Reply reply) {
        return rewritten(open, words(open) + " " + given(open, answer) + "✓", reply);
    }

    /** The person leaves the step that the turn began at, answered or not. */
    static Reply left(OpenDraft open, Reply reply) {
        return rewritten(open, words(open), reply);
    }

    /** The same for a message that says something else than the step. */
    static Reply rewritten(OpenDraft open, String text, Reply reply) {
        Turn turn = open.turn();
        return turn.incoming() instanceof Incoming.Tap
                ? reply.andRewrite(turn, text, List.of())
                : without(open, text, reply);
    }

    private static Reply without(OpenDraft open, String text, Reply reply) {
        return open.draft()
                .asked()
                .map(number -> reply.and(new Outgoing.Edit(Outgoing.sent(number), text, List.of())))
                .orElse(reply);
    }

    /** The step is shown once more, or what is to become of the draft is asked, by whatever the turn is. */
    static Reply superseded(OpenDraft open, Reply reply) {
        return numbered(open, without(open, words(open), reply));
    }

    /** Remembers the reply's buttons. */
    static Reply numbered(OpenDraft open, Reply reply) {
        String draft = open.draft().id();
        return reply.andNumber((tx, number) -> DraftTable.asked(tx, draft, number));
    }

    /** Takes the older buttons away where there are newer ones, and remembers those. */
    static Reply tidied(OpenDraft open, Reply reply) {
        boolean elsewhere = reply.dialog() instanceof Reply.Next.Open next
                && !next.feature().equals(DialogAction.FEATURE);
        if (elsewhere || reply.messages().stream().noneMatch(OldButtons::hasButtons)) {
            return reply;
        }
        boolean rewrites = reply.messages().stream().anyMatch(Outgoing.Edit.class::isInstance);
        return numbered(open, rewrites ? reply : left(open, reply));
    }

    private static boolean hasButtons(Outgoing message) {
        return message instanceof Outgoing.Message said && !said.buttons().isEmpty();
    }

    private static String words(OpenDraft open) {
        if (open.step() instanceof Step.Question question) {
            return Markup.bold(question.label());
        }
        return Markup.bold(
                open.step() instanceof Step.RepeatPrompt prompt
                        ? prompt.label()
                        : open.form().title(open.turn().language().code()));
    }

    /** With a blank behind it; nothing where the question was left without an answer. */
    private static String given(OpenDraft open, Answer answer) {
        Turn turn = open.turn();
        if (!(open.step() instanceof Step.Question question)) {
            return answer instanceof Answer.Another more
                    ? Markup.escape(turn.plain(more.wanted() ? "report.yes" : "report.no")) + " "
                    : "";
        }
        int files = open.draft().count(question.ref());
        if (files > 0) {
            return "📎 " + turn.say("report.files", "count", files) + " ";
        }
        return open.session()
                .given(question.ref())
                .map(CurrentAnswer::text)
                .map(text -> question.personal() ? AnswerCipher.MASK : shortened(text))
                .map(text -> Markup.escape(text) + " ")
                .orElse("– ");
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST) + "…";
    }
}
