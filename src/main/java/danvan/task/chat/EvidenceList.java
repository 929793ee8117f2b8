package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.task.reminder.Completion;
import danvan.task.reminder.ProgressBoard;
import danvan.text.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What members said and sent with a task that they finished, for their lead: so many at a time, the latest first. */
final class EvidenceList {
    private static final int AT_ONCE = 8;
    private static final int LONGEST = 300;

    /** A picture taken in Telegram has no name, and a file without an ending opens in nothing. */
    private static final Map<String, String> ENDINGS = Map.of("image/jpeg", ".jpg", "image/png", ".png");

    private EvidenceList() {}

    /** Whether something was said or sent with it. */
    static boolean any(ProgressBoard.Line line) {
        return line.finished()
                .filter(one -> one.note().isPresent() || one.file().isPresent())
                .isPresent();
    }

    /** The words in one message, then the pictures and files. */
    static Reply from(Turn turn, Cards cards, List<ProgressBoard.Line> lines, String start) {
        List<ProgressBoard.Line> told = lines.stream()
                .filter(EvidenceList::any)
                .sorted(Comparator.comparing((ProgressBoard.Line line) ->
                                line.finished().orElseThrow().at())
                        .reversed())
                .toList();
        int from = start.matches("\\d{1,6}") ? Integer.parseInt(start) : 0;
        if (from >= told.size()) {
            return Reply.say(turn.say("task.teamGone"));
        }
        int to = Math.min(from + AT_ONCE, told.size());
        ProgressBoard.Line first = told.get(from);
        StringBuilder text = new StringBuilder(Markup.bold(first.task().title().in(turn.language())));
        List<Outgoing> files = new ArrayList<>();
        for (ProgressBoard.Line line : told.subList(from, to)) {
            Completion finished = line.finished().orElseThrow();
            text.append("\n\n")
                    .append(Cards.mark(finished.how()))
                    .append(' ')
                    .append(Markup.bold(line.member().name()))
                    .append(" · ")
                    .append(Markup.escape(cards.time(turn.texts(), finished.at())));
            Cards.note(turn.texts(), line.task(), finished)
                    .ifPresent(note -> text.append('\n').append(Markup.escape(shortened(note))));
            finished.file().ifPresent(file -> {
                text.append("\n📎 ").append(Markup.escape(name(turn, file)));
                files.add(new Outgoing.File(
                        file.ref(),
                        name(turn, file),
                        file.mediaType().isEmpty() ? "application/octet-stream" : file.mediaType(),
                        Markup.escape(line.member().name()),
                        List.of()));
            });
        }
        List<List<Button>> more = to < told.size()
                ? List.of(List.of(TeamAct.EVIDENCE.button(
                        turn.plain("task.teamEvidenceMore", "count", told.size() - to), first, to)))
                : List.of();
        Reply reply = Reply.say(text.toString(), more);
        for (Outgoing file : files) {
            reply = reply.and(file);
        }
        return reply;
    }

    private static String name(Turn turn, Completion.Evidence file) {
        return file.name().isBlank()
                ? turn.plain("task.evidenceFile") + ENDINGS.getOrDefault(file.mediaType(), "")
                : file.name();
    }

    private static String shortened(String note) {
        return note.length() <= LONGEST ? note : note.substring(0, LONGEST).strip() + " …";
    }
}
