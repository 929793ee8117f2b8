package danvan.ask;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.PersonalData;
import danvan.chat.Role;
import danvan.conversation.Dialog;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.library.Library;
import danvan.library.Question;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Member;
import danvan.storage.Tx;
import danvan.text.Dates;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Questions that go to the office, and its replies: typed, looked over, sent; then, if the office wishes, kept for
 * whoever asks a similar question. The asker is not named to the office, and whoever replies is named by the unit.
 */
final class OfficeDesk {
    static final int LONGEST_REPLY = 3000;
    static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

    private final Supplier<Library> library;
    private final Office office;
    private final CuratedAnswers curatedAnswers;
    private final AuditNote audit;
    private final Texts texts;
    private final ZoneId zone;

    OfficeDesk(
            Supplier<Library> library,
            Office office,
            CuratedAnswers curatedAnswers,
            AuditNote audit,
            Texts texts,
            ZoneId zone) {
        this.audit = audit;
        this.library = library;
        this.office = office;
        this.curatedAnswers = curatedAnswers;
        this.texts = texts;
        this.zone = zone;
    }

    /** A reply being written; without a text it is still to be typed. */
    private record Draft(long member, long number, String text) {}

    /** Hands a question over. */
    Reply handOver(Turn turn, Asked asked) {
        if (asked.heldPersonalData()) {
            return Reply.say(turn.say("ask.personal"));
        }
        if (!QuestionDeed.HAND_OVER.in(asked.state())) {
            return Reply.nothing().andToast(turn.plain("ask.handedBefore"));
        }
        List<Member> colleagues = others(office.onDuty(), turn);
        Reply reply = Reply.say(turn.say(colleagues.isEmpty() ? "ask.handedToNobody" : "ask.handed"))
                .andDo(tx -> Questions.handOver(tx, asked, turn.now()));
        for (Member colleague : colleagues) {
            Texts.Phrases words = texts.in(colleague.language());
            reply = reply.andTell(
                    colleague.address(),
                    Outgoing.message(
                            words.say(
                                    "ask.forTheOffice",
                                    "unit",
                                    office.nameOf(asked.unit()),
                                    "question",
                                    asked.searched(),
                                    "outcome",
                                    words.plain("ask.outcome." + asked.outcome())),
                            List.of(List.of(replyButton(words, asked)))));
        }
        return reply;
    }

    static Button replyButton(Texts.Phrases words, Asked asked) {
        return new Button(words.plain("ask.reply"), AskAct.REPLY.button(asked.key()));
    }

    private static List<Member> others(List<Member> colleagues, Turn turn) {
        return colleagues.stream()
                .filter(colleague -> colleague.id() != turn.person().id())
                .toList();
    }

    Reply begin(Turn turn, Asked asked) {
        if (asked.heldPersonalData()) {
            return Reply.nothing().andToast(turn.plain("ask.questionGone"));
        }
        if (!QuestionDeed.REPLY.in(asked.state())) {
            return repliedBefore(turn, asked);
        }
        if (turn.dialog().filter(open -> !open.feature().equals(Ask.NAME)).isPresent()) {
            return Reply.say(turn.say("ask.finishFirst"));
        }
        return Reply.say(
                        turn.say("ask.typeReply", "question", asked.searched()),
                        List.of(List.of(button(turn, "ask.dropReply", AskAct.DROP, turn.nextRevision()))))
                .andOpen(Ask.NAME, new Draft(asked.member(), asked.number(), ""));
    }

    private static Reply repliedBefore(Turn turn, Asked asked) {
        return Reply.say(turn.say(
                "ask.repliedBefore",
                "reply",
                asked.reply().map(Asked.Reply::text).orElse("")));
    }

    /** Takes the reply that was typed and shows how it will look. */
    Optional<Reply> heard(Turn turn, Dialog dialog, Questions questions) {
        if (!(turn.incoming() instanceof Incoming.Words words)) {
            return Optional.empty();
        }
        Draft draft = dialog.state(Draft.class);
        String text = words.text().strip();
        Optional<Reply> unfit = unfit(turn, text);
        if (unfit.isPresent()) {
            return unfit;
        }
        return questions
                .find(draft.member(), draft.number())
                .map(asked -> Reply.say(
                                turn.say("ask.preview") + "\n\n"
                                        + replyText(asked, reply(turn, text), texts.in(asked.language())),
                                List.of(
                                        List.of(button(turn, "ask.send", AskAct.SEND, turn.nextRevision())),
                                        List.of(
                                                button(turn, "ask.retype", AskAct.RETYPE, turn.nextRevision()),
                                                button(turn, "ask.dropReply", AskAct.DROP, turn.nextRevision()))))
                        .andOpen(Ask.NAME, new Draft(draft.member(), draft.number(), text)));
    }

    /** Why words cannot be sent as a reply; empty where they can. */
    static Optional<Reply> unfit(Turn turn, String text) {
        if (!PersonalData.inOffice(text).isEmpty()) {
            return Optional.of(Reply.say(turn.say("ask.replyPersonal")));
        }
        if (text.length() > LONGEST_REPLY) {
            return Optional.of(Reply.say(turn.say("ask.replyTooLong", "most", LONGEST_REPLY)));
        }
        return Optional.empty();
    }

    private static Asked.Reply reply(Turn turn, String text) {
        return new Asked.Reply(text, turn.person().id(), turn.person().unit(), turn.now());
    }

    private String replyText(Asked asked, Asked.Reply reply, Texts.Phrases words) {
        return words.say(
                "ask.replied",
                "question",
                asked.searched(),
                "reply",
                new Texts.Marked(Markup.quote(Markup.escape(reply.text()))),
                "office",
                office.nameOf(reply.office()),
                "day",
                Dates.day(LocalDate.ofInstant(reply.at(), zone), words.language()));
    }

    /** A tap in the dialog; its revision was found to be the open one's. */
    Reply tapped(Turn turn, Dialog dialog, AskAct what, Questions questions) {
        Draft draft = dialog.state(Draft.class);
        Optional<Asked> asked = questions.find(draft.member(), draft.number()).filter(one -> !one.heldPersonalData());
        if (what == AskAct.DROP || asked.isEmpty()) {
            return Reply.nothing()
                    .andRewrite(turn, turn.say("ask.replyDropped"), List.of())
                    .andClose();
        }
        if (!QuestionDeed.REPLY.in(asked.get().state())) {
            return repliedBefore(turn, asked.get()).andClose();
        }
        return what == AskAct.SEND && !draft.text().isEmpty()
                ? send(turn, asked.get(), reply(turn, draft.text()))
                : begin(turn, asked.get());
    }

    Reply cancelled(Turn turn) {
        return Reply.say(turn.say("ask.replyDropped")).andClose();
    }

    private Reply send(Turn turn, Asked asked, Asked.Reply reply) {
        List<Button> months = new ArrayList<>();
        for (int span : MONTHS) {
            months.add(keepButton(turn.texts(), asked.key(), span));
        }
        return sent(turn, asked, reply)
                .andRewrite(turn, turn.say("ask.replySent"), List.of())
                .andSay(
                        turn.say("ask.keepForOthers", "question", asked.searched()),
                        List.of(months.subList(0, 2), months.subList(2, months.size())))
                .andClose();
    }

    /** Sends a reply that is {@linkplain #unfit fit}, to a question that has none. */
    Reply sent(Turn turn, Asked asked, String text) {
        return sent(turn, asked, reply(turn, text));
    }

    private Reply sent(Turn turn, Asked asked, Asked.Reply reply) {
        Texts.Phrases words = texts.in(asked.language());
        Outgoing.Message message = Outgoing.message(
                replyText(asked, reply, words),
                List.of(List.of(
                        new Button(words.plain("ask.useful"), AskAct.JUDGE.button(asked.number(), 1)),
                        new Button(words.plain("ask.notUseful"), AskAct.JUDGE.button(asked.number(), 0)))));
        return Reply.nothing().andTell(asked.from(), message).andDo(tx -> {
            replied(tx, asked, reply);
            audit.note(tx, turn.now(), turn.person().id(), "question replied", asked.searched());
        });
    }

    /** A passage that the reply cites answers the question. */
    private void replied(Tx tx, Asked asked, Asked.Reply reply) {
        Questions.reply(tx, asked, reply);
        library.get()
                .cited(new Question(reply.text(), asked.askedIn(), LocalDate.ofInstant(reply.at(), zone)))
                .ifPresent(passage -> LearnedWords.propose(
                        tx, asked, Asked.Ref.to(passage), LearnedWords.Source.CITED, reply.by(), reply.at()));
    }

    static Button keepButton(Texts.Phrases words, String key, int months) {
        return new Button(words.plain("ask.keepFor", "months", months), AskAct.KEEP.button(key, months));
    }

    /** Keeps a reply for others; one that was kept is kept until another day. */
    Reply keep(Turn turn, Asked asked, int months) {
        if (asked.reply().isEmpty() || asked.heldPersonalData() || !MONTHS.contains(months)) {
            return Reply.nothing().andToast(turn.plain("ask.questionGone"));
        }
        Asked.Reply reply = asked.reply().get();
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        boolean approves = turn.person().role().atLeast(Role.ADMINISTRATOR);
        boolean approved = approves
                || curatedAnswers
                        .find(asked.member(), asked.number())
                        .filter(CuratedAnswer::approved)
                        .isPresent();
        CuratedAnswer answer = new CuratedAnswer(
                asked.member(),
                asked.number(),
                asked.askedIn(),
                asked.searched(),
                reply.text(),
                reply.by(),
                reply.office(),
                LocalDate.ofInstant(reply.at(), zone),
                today.plusMonths(months),
                approved);
        String until = Dates.day(answer.expiresOn(), turn.language());
        Optional<Long> by = approves ? Optional.of(turn.person().id()) : Optional.empty();
        Reply kept = Reply.nothing()
                .andRewrite(turn, turn.say(approved ? "ask.kept" : "ask.keptToBeApproved", "until", until), List.of())
                .andDo(tx -> {
                    CuratedAnswers.keep(tx, answer, by, turn.now());
                    note(tx, turn, "answer kept", answer);
                });
        if (approved) {
            return kept;
        }
        for (Member colleague : others(office.approvers(), turn)) {
            Texts.Phrases words = texts.in(colleague.language());
            kept = kept.andTell(colleague.address(), toApprove(words, answer));
        }
        return kept;
    }

    Outgoing.Message toApprove(Texts.Phrases words, CuratedAnswer answer) {
        return Outgoing.message(
                words.say(
                        "ask.toApprove",
                        "question",
                        answer.question(),
                        "reply",
                        new Texts.Marked(Markup.quote(Markup.escape(answer.text()))),
                        "office",
                        office.nameOf(answer.office()),
                        "until",
                        Dates.day(answer.expiresOn(), words.language())),
                List.of(List.of(
                        new Button(words.plain("ask.approve"), AskAct.APPROVE.button(answer.key())),
                        new Button(words.plain("ask.reject"), AskAct.END.button(answer.key())))));
    }

    /** Takes questions off the office's list. */
    Reply dismissed(Turn turn, Asked first, List<Asked> alike) {
        return Reply.nothing().andDo(tx -> {
            long dismissed = alike.stream()
                    .filter(one -> Questions.dismiss(tx, one, turn.person().id(), turn.now()))
                    .count();
            audit.note(
                    tx,
                    turn.now(),
                    turn.person().id(),
                    "question dismissed",
                    first.searched() + " (" + dismissed + ")");
        });
    }

    Reply approve(Turn turn, CuratedAnswer answer) {
        if (!turn.person().role().atLeast(Role.ADMINISTRATOR)) {
            return Reply.nothing().andToast(turn.plain("ask.notYours"));
        }
        if (!QuestionDeed.APPROVE.in(answer.state())) {
            // Who approved it, and when, stays as it was.
            return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
        }
        return Reply.nothing()
                .andRewrite(
                        turn,
                        turn.say("ask.approved", "question", answer.question(), "reply", answer.text()),
                        List.of())
                .andDo(tx -> {
                    CuratedAnswers.approve(tx, answer, turn.person().id(), turn.now());
                    note(tx, turn, "answer approved", answer);
                });
    }

    Reply end(Turn turn, CuratedAnswer answer) {
        return Reply.nothing()
                .andRewrite(turn, turn.say("ask.ended", "question", answer.question()), List.of())
                .andDo(tx -> {
                    CuratedAnswers.end(tx, answer, turn.now());
                    note(tx, turn, "answer ended", answer);
                });
    }

    /** The asker stays unnamed: the question's own words, which were shown to the office, say which answer it is. */
    private void note(Tx tx, Turn turn, String action, CuratedAnswer answer) {
        audit.note(tx, turn.now(), turn.person().id(), action, answer.question() + " · " + answer.expiresOn());
    }

    private static Button button(Turn turn, String key, AskAct act, long revision) {
        return new Button(turn.plain(key), act.button(revision));
    }
}
