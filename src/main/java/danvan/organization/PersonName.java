package danvan.organization;

import danvan.chat.PersonalData;
import danvan.text.Folding;
import java.util.Optional;
import java.util.regex.Pattern;

/** What members may call themselves; no number that names a person is part of a name that all will read. */
public final class PersonName {
    public static final int LONGEST = 60;

    /** No sign of markup, of a command, of an address: a name is shown to others, whose phones make links of those. */
    private static final Pattern NAME = Pattern.compile("(?=[^\\p{L}]*+\\p{L})[\\p{L}\\p{M}\\p{Nd} .,'’()-]++");

    private PersonName() {}

    /** A name as it is kept; empty where what was typed is none. */
    public static Optional<String> of(String typed) {
        String name = Folding.plain(typed).replaceAll("\\.(?=[^ .])", ". ").strip();
        return Optional.of(name)
                .filter(plain -> plain.codePointCount(0, plain.length()) <= LONGEST
                        && NAME.matcher(plain).matches()
                        && PersonalData.numbersIn(plain).isEmpty());
    }
}
