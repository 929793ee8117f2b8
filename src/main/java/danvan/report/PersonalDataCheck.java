package danvan.report;

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
        Set<PersonalData.Kind> found = PersonalData.in(words);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String kinds = found.stream()
                .map(kind -> turn.plain("report.personal." + kind))
                .collect(Collectors.joining(", "));
        return Optional.of(Reply.say(turn.say("report.personal", "kinds", kinds)));
    }
}
