package danvan.library.imports.recognition;

import danvan.library.imports.document.LegacyEncodings;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name of a body as it is written in a sentence, from its capitals. */
final class BodyNames {
    private BodyNames() {}

    /** A body's name: "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" is "Sở Nông nghiệp và Môi trường". */
    static String of(String capitals) {
        String[] words = capitals.strip().split("[\\s*]+");
        boolean marked = !capitals.chars().allMatch(c -> c < 128);
        List<String> said = new ArrayList<>();
        Phrases.Role mode = Phrases.Role.NAME;
        boolean opens = false;
        boolean behindBody = false;
        for (int i = 0; i < words.length; ) {
            Optional<Phrases.Taken> found = Phrases.longest(words, i, marked);
            if (behindBody
                    && found.filter(taken -> taken.phrase().role() == Phrases.Role.PLAIN)
                            .isPresent()
                    && TitleCase.LEVELS.contains(Phrases.bare(words[i]).toLowerCase(Locale.ROOT))
                    && i + 2 < words.length) {
                // "ỦY BAN NHÂN DÂN XÃ HỘI AN": behind a body it is the level.
                found = Phrases.longest(new String[] {words[i]}, 0, marked);
            }
            behindBody = false;
            boolean wholeBody = found.isPresent() && found.get().phrase().role() != Phrases.Role.PLAIN;
            if (wholeBody) {
                Phrases.Taken taken = found.get();
                boolean continues = opens
                        && taken.phrase().role() == Phrases.Role.BODY
                        && taken.length() == 1
                        && mode == Phrases.Role.BODY;
                String written = taken.phrase().written();
                said.add((continues ? capital(written) : written) + Phrases.trail(words[i + taken.length() - 1]));
                mode = taken.phrase().role();
                // The work is named already: "Ban Quản lý di tích".
                opens = mode == Phrases.Role.BODY && !written.endsWith("Quản lý");
                i += taken.length();
                opens |= separates(words[i - 1]) && mode != Phrases.Role.PLACED;
                behindBody = mode == Phrases.Role.BODY;
                continue;
            }
            if (found.isPresent()) {
                Phrases.Taken taken = found.get();
                said.add((opens
                                ? capital(taken.phrase().written())
                                : taken.phrase().written())
                        + Phrases.trail(words[i + taken.length() - 1]));
                i += taken.length();
                mode = mode == Phrases.Role.PLACED ? Phrases.Role.BODY : mode;
                opens = separates(words[i - 1]);
                continue;
            }
            String word = words[i];
            String bare = Phrases.bare(word);
            if (bare.isEmpty()) {
                said.add(word);
                opens = mode != Phrases.Role.PLACED;
            } else if (!LegacyEncodings.isSpeltAsOne(Plain.of(bare))) {
                said.add(word);
                opens = separates(word) && mode != Phrases.Role.PLACED;
            } else if (bare.equalsIgnoreCase("và") || bare.equalsIgnoreCase("của") || bare.equalsIgnoreCase("về")) {
                said.add(word.toLowerCase(Locale.ROOT));
                opens = bare.equalsIgnoreCase("và");
            } else if (mode == Phrases.Role.PLACED || (mode == Phrases.Role.NAME && !opens)) {
                said.add(Plain.sentence(word));
            } else {
                said.add(opens ? Plain.sentence(word) : word.toLowerCase(Locale.ROOT));
                opens = separates(word);
            }
            i++;
        }
        return capital(String.join(" ", said));
    }

    private static boolean separates(String word) {
        return word.endsWith(",") || word.endsWith(";") || word.equals("-") || word.equals("–");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
