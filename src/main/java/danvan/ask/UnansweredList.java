package danvan.ask;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.library.AnsweredQuestion;
import danvan.library.Library;
import danvan.library.Question;
import danvan.library.QuestionSimilarity;
import danvan.organization.directory.Member;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Dates;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the office should look at: questions nobody answered or whose answer was of no use, similar ones together, unnamed. */
final class UnansweredList {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String SENT = "ask.weekly";
    private static final double ALIKE = 0.6;
    private static final int MOST_GROUPS = 15;
    private static final int MOST_REPLIES = 5;
    private static final int DAYS_AHEAD = 14;
    private static final int MONTHS_MORE = 12;

    private final Supplier<Library> library;
    private final Database database;
    private final CuratedAnswers curatedAnswers;
    private final Office office;
    private final Texts texts;
    private final ZoneId zone;

    UnansweredList(
            Supplier<Library> library,
            Database database,
            CuratedAnswers curatedAnswers,
            Office office,
            Texts texts,
            ZoneId zone) {
        this.library = library;
        this.database = database;
        this.curatedAnswers = curatedAnswers;
        this.office = office;
        this.texts = texts;
        this.zone = zone;
    }

    /** @param learned how many learned words wait; administrators alone decide on them */
    record Found(List<List<Asked>> groups, List<CuratedAnswer> waiting, List<CuratedAnswer> ending, int learned) {
        boolean isEmpty() {
            return groups.isEmpty() && waiting.isEmpty() && ending.isEmpty() && learned == 0;
        }

        Found withoutLearned() {
            return new Found(groups, waiting, ending, 0);
        }

        Found learnedOnly() {
            return new Found(List.of(), List.of(), List.of(), learned);
        }
    }

    /** What there is to be looked at now. */
    Found found(Instant now) {
        return database.read(tx -> find(tx, now));
    }

    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    Reply shown(Turn turn) {
        Found all = found(turn.now());
        Found found = turn.person().role().atLeast(Role.ADMINISTRATOR) ? all : all.withoutLearned();
        Outgoing.Message message = message(turn.texts(), found, turn.now());
        return Reply.say(message.text(), message.buttons());
    }

    /** The questions like one that nobody has handed over, itself among them. */
    List<Asked> alike(Asked asked, Instant now) {
        return found(now).groups().stream()
                .filter(group -> has(group, asked))
                .findFirst()
                .orElse(List.of(asked))
                .stream()
                .filter(one -> one.handedAt().isEmpty())
                .toList();
    }

    private static boolean has(List<Asked> group, Asked asked) {
        return group.stream().anyMatch(one -> one.key().equals(asked.key()));
    }

    /** The list in the place of the one whose button was tapped, without a question that goes and those like it. */
    Reply without(Turn turn, Asked asked, Reply reply) {
        Found all = found(turn.now());
        Found seen = turn.person().role().atLeast(Role.ADMINISTRATOR) ? all : all.withoutLearned();
        Found left = new Found(
                seen.groups().stream().filter(group -> !has(group, asked)).toList(),
                seen.waiting(),
                seen.ending(),
                seen.learned());
        Outgoing.Message message = message(turn.texts(), left, turn.now());
        return reply.andRewrite(turn, message.text(), message.buttons());
    }

    List<Reply.Notice> weekly(Tx tx, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String week = today.get(IsoFields.WEEK_BASED_YEAR) + "-" + today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        boolean sent = tx.one("SELECT value FROM setting WHERE name = ?", row -> row.text("value"), SENT)
                .filter(week::equals)
                .isPresent();
        if (sent) {
            return List.of();
        }
        tx.update("""
                INSERT INTO setting (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, SENT, week);
        Found found = find(tx, now);
        List<Member> onDuty = office.onDuty();
        List<Reply.Notice> notices = new ArrayList<>();
        for (Member colleague : onDuty) {
            boolean decides = colleague.role().atLeast(Role.ADMINISTRATOR);
            tell(notices, colleague, decides ? found : found.withoutLearned(), now);
        }
        for (Member administrator : office.approvers()) {
            if (!onDuty.contains(administrator)) {
                tell(notices, administrator, found.learnedOnly(), now);
            }
        }
        return notices;
    }

    private void tell(List<Reply.Notice> notices, Member member, Found found, Instant now) {
        if (!found.isEmpty()) {
            notices.add(new Reply.Notice(member.address(), message(texts.in(member.language()), found, now)));
        }
    }

    private Found find(Tx tx, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Found(
                grouped(Questions.unanswered(tx, now.minus(WEEK)), today),
                curatedAnswers.waiting(tx),
                curatedAnswers.ending(tx, today, today.plusDays(DAYS_AHEAD)),
                LearnedWords.countWaiting(tx));
    }

    /** The like together, the most asked first. */
    private List<List<Asked>> grouped(List<Asked> questions, LocalDate today) {
        List<List<Asked>> groups = new ArrayList<>();
        List<AnsweredQuestion> heads = new ArrayList<>();
        for (Asked asked : questions) {
            List<QuestionSimilarity> likenesses =
                    library.get().compare(new Question(asked.searched(), asked.askedIn(), today), heads);
            int best = -1;
            for (int i = 0; i < likenesses.size(); i++) {
                double likeness = likenesses.get(i).similarity();
                if (likeness >= ALIKE
                        && (best < 0 || likeness > likenesses.get(best).similarity())) {
                    best = i;
                }
            }
            if (best < 0) {
                heads.add(new AnsweredQuestion(asked.askedIn(), asked.searched(), ""));
                groups.add(new ArrayList<>(List.of(asked)));
            } else {
                groups.get(best).add(asked);
            }
        }
        groups.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return groups;
    }

    private Outgoing.Message message(Texts.Phrases words, Found found, Instant now) {
        String since = Dates.day(LocalDate.ofInstant(now.minus(WEEK), zone), words.language());
        if (found.isEmpty()) {
            return Outgoing.message(words.say("ask.nothingUnanswered", "since", since));
        }
        StringBuilder text = new StringBuilder();
        List<List<Button>> rows = new ArrayList<>();
        if (!found.groups().isEmpty()) {
            int all = found.groups().stream().mapToInt(List::size).sum();
            text.append(words.say("ask.unanswered", "since", since, "count", all))
                    .append('\n');
        }
        int shown = Math.min(MOST_GROUPS, found.groups().size());
        for (int i = 0; i < shown; i++) {
            List<Asked> group = found.groups().get(i);
            text.append('\n').append(line(words, i + 1, group));
            if (rows.size() < MOST_REPLIES) {
                Button reply = new Button(
                        words.plain("ask.replyTo", "number", i + 1),
                        AskAct.REPLY.button(group.get(0).key()));
                // Who handed one over waits for a reply.
                boolean waits =
                        group.stream().anyMatch(asked -> asked.handedAt().isPresent());
                rows.add(
                        waits
                                ? List.of(reply)
                                : List.of(
                                        reply,
                                        new Button(
                                                words.plain("ask.dismiss", "number", i + 1),
                                                AskAct.DISMISS.button(
                                                        group.get(0).key()))));
            }
        }
        if (shown < found.groups().size()) {
            text.append('\n')
                    .append(words.say("ask.moreGroups", "count", found.groups().size() - shown));
        }
        for (CuratedAnswer answer : found.waiting()) {
            text.append("\n\n").append(words.say("ask.waiting", "question", answer.question(), "reply", answer.text()));
            rows.add(List.of(
                    new Button(words.plain("ask.approve"), AskAct.APPROVE.button(answer.key())),
                    new Button(words.plain("ask.reject"), AskAct.END.button(answer.key()))));
        }
        for (CuratedAnswer answer : found.ending()) {
            text.append("\n\n")
                    .append(words.say(
                            "ask.ending",
                            "question",
                            answer.question(),
                            "until",
                            Dates.day(answer.expiresOn(), words.language())));
            rows.add(List.of(OfficeDesk.keepButton(words, answer.key(), MONTHS_MORE)));
        }
        if (found.learned() > 0) {
            text.append("\n\n").append(words.say("ask.learnedWait", "count", found.learned()));
        }
        return Outgoing.message(text.toString().strip(), rows);
    }

    private static String line(Texts.Phrases words, int number, List<Asked> group) {
        long waiting =
                group.stream().filter(asked -> asked.handedAt().isPresent()).count();
        long notUseful = group.stream()
                .filter(asked -> asked.useful().filter(useful -> !useful).isPresent())
                .count();
        return words.say(
                "ask.group",
                "number",
                number,
                "question",
                group.get(0).searched(),
                "count",
                group.size(),
                "handed",
                waiting,
                "notUseful",
                notUseful);
    }
}
