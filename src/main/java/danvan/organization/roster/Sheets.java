package danvan.organization.roster;

import danvan.chat.Role;
import danvan.organization.Unit;
import danvan.text.Folding;
import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.TextSheet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The two sheets, and the words in them that are the same for all. */
final class Sheets {
    private final Texts texts;
    private final TextSheet units;
    private final TextSheet members;

    Sheets(Texts texts) {
        this.texts = texts;
        this.units = new TextSheet(texts, "people", "units", UnitColumn.COUNT, 0);
        this.members = new TextSheet(texts, "people", "members", MemberColumn.COUNT, 3);
    }

    /** The columns, by number. */
    static final class UnitColumn {
        static final int CODE = 0;
        static final int NAME = 1;
        static final int LEVEL = 2;
        static final int PARENT = 3;
        static final int FROM = 4;
        static final int TO = 5;
        static final int SUCCESSOR = 6;
        static final int COUNT = 7;

        private UnitColumn() {}
    }

    /** The columns, by number. */
    static final class MemberColumn {
        static final int NUMBER = 0;
        static final int NAME = 1;
        static final int ROLE = 2;
        static final int UNIT = 3;
        static final int LEAVES = 4;
        static final int COUNT = 5;

        private MemberColumn() {}
    }

    TextSheet units() {
        return units;
    }

    TextSheet members() {
        return members;
    }

    String level(Unit.Level level, Language language) {
        return texts.in(language).plain("people.level." + level);
    }

    String role(Role role, Language language) {
        return texts.in(language).plain("people.role." + role);
    }

    /** A level as it may be written in any language. */
    Optional<Unit.Level> level(String written) {
        return meant(written, Unit.Level.values(), language -> level -> level(level, language));
    }

    /** A role as it may be written in any language. */
    Optional<Role> role(String written) {
        return meant(written, Role.values(), language -> role -> role(role, language));
    }

    private static <E extends Enum<E>> Optional<E> meant(
            String written, E[] all, Function<Language, Function<E, String>> called) {
        String folded = Folding.folded(written);
        return Stream.of(all)
                .filter(one -> Folding.folded(one.name()).equals(folded)
                        || Stream.of(Language.values())
                                .anyMatch(language -> Folding.folded(
                                                called.apply(language).apply(one))
                                        .equals(folded)))
                .findFirst();
    }
}
