package danvan.conversation;

import danvan.chat.Incoming;
import danvan.chat.PersonalData;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that others will read must not hold people's numbers or secrecy marks; every way in asks here. */
public final class PrivacyCheck {
    private PrivacyCheck() {}

    /** What is said to words with personal data in them; empty where there is none. */
    public static Optional<Reply> refusal(Turn turn, String words) {
        return refusal(turn, PersonalData.in(words));
    }

    /** As {@link #refusal}, for words of the office, which may tell whom to call. */
    public static Optional<Reply> officeRefusal(Turn turn, String words) {
        Set<PersonalData.Kind> found = EnumSet.noneOf(PersonalData.Kind.class);
        found.addAll(PersonalData.in(words));
        found.remove(PersonalData.Kind.PHONE);
        return refusal(turn, found);
    }

    /** As {@link #officeRefusal}, for a file's name and what is written below it. */
    public static Optional<Reply> officeRefusal(Turn turn, Incoming.File file) {
        Set<PersonalData.Kind> found = EnumSet.noneOf(PersonalData.Kind.class);
        found.addAll(PersonalData.inName(file.name()));
        found.addAll(PersonalData.in(file.caption()));
        found.remove(PersonalData.Kind.PHONE);
        return refusal(turn, found);
    }

    /** As {@link #refusal}, for a file's name and what is written below it. */
    public static Optional<Reply> refusal(Turn turn, Incoming.File file) {
        Set<PersonalData.Kind> found = EnumSet.noneOf(PersonalData.Kind.class);
        found.addAll(PersonalData.inName(file.name()));
        found.addAll(PersonalData.in(file.caption()));
        return refusal(turn, found);
    }

    private static Optional<Reply> refusal(Turn turn, Set<PersonalData.Kind> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String kinds = found.stream()
                .map(kind -> turn.plain("report.personal." + kind))
                .collect(Collectors.joining(", "));
        return Optional.of(Reply.say(turn.say("conversation.personal", "kinds", kinds)));
    }
}
