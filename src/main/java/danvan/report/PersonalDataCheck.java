package danvan.report;

import danvan.chat.Incoming;
import danvan.chat.PersonalData;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Free text must not hold people's numbers. */
public final class PersonalDataCheck {
    private PersonalDataCheck() {}

    /** What is said to words with personal data in them; empty where there is none. */
    public static Optional<Reply> refusal(Turn turn, String words) {
        return refusal(turn, "report.personal", PersonalData.in(words));
    }

    /** As the other, for a file's name and what is written below it. */
    public static Optional<Reply> refusal(Turn turn, Incoming.File file) {
        // Said by its own name: "what you typed" was looked for among the answers.
        Optional<Reply> caption = refusal(turn, "report.personalCaption", PersonalData.in(file.caption()));
        return caption.or(() -> refusal(turn, "report.personalName", PersonalData.inName(file.name())));
    }

    private static Optional<Reply> refusal(Turn turn, String key, Set<PersonalData.Kind> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String kinds = found.stream()
                .map(kind -> turn.plain("report.personal." + kind))
                .collect(Collectors.joining(", "));
        return Optional.of(Reply.say(turn.say(key, "kinds", kinds)));
    }
}
