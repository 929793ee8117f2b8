package danvan.conversation;

import danvan.chat.Incoming;
import danvan.chat.PersonalData;
import danvan.text.Texts;
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
        return refusal(turn, PersonalData.inOffice(words));
    }

    /** What is said to a file whose name alone is kept; empty where nothing is wrong with it. */
    public static Optional<String> nameRefusal(Texts.Phrases texts, String name) {
        Set<PersonalData.Kind> found = PersonalData.inName(name);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.say("report.personalName", "kinds", named(texts, found)));
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
        return Optional.of(Reply.say(turn.say("conversation.personal", "kinds", named(turn.texts(), found))));
    }

    private static String named(Texts.Phrases texts, Set<PersonalData.Kind> found) {
        return found.stream()
                .map(kind -> texts.plain("report.personal." + kind))
                .collect(Collectors.joining(", "));
    }
}
