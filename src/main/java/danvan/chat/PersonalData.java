package danvan.chat;

import danvan.text.Folding;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what must not be in words that others read, on whatever way they come in: numbers that name a person, and secrecy
 * marks. Money, dates, documents, receipts, places and the telephones of offices are none of these. What it says is asked back,
 * so that a person can write the sentence again.
 */
public final class PersonalData {
    /** What was found. */
    public enum Kind {
        /** A citizen's number, an older ID behind its word, a passport, an insurance number; a Turkish T.C. number. */
        ID_NUMBER,
        /** A person's telephone; not an office's, nor a hotline. */
        PHONE,
        /** A bank account behind its word, or an IBAN. */
        BANK_ACCOUNT,
        /** A mark of a state secret. */
        SECRET
    }

    private PersonalData() {}

    /** The kinds found; empty where the text is clean. */
    public static Set<Kind> in(String text) {
        String plain = plain(text);
        String folded = SpelledNumbers.inFigures(Folding.letters(plain));
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        for (NumberRun run : NumberRun.in(folded)) {
            Optional<Kind> kind = PersonalNumbers.kind(folded, run);
            kind.ifPresent(found::add);
        }
        if (SecrecyMarks.in(plain)) {
            found.add(Kind.SECRET);
        }
        return found;
    }

    /** As {@link #in}, for words of the office, which may tell whom to call. */
    public static Set<Kind> inOffice(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        found.addAll(in(text));
        found.remove(Kind.PHONE);
        return found;
    }

    /** As {@link #in}, but for secrecy marks: for names and for short forms, in which a word alone is no mark. */
    public static Set<Kind> numbersIn(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        found.addAll(in(text));
        found.remove(Kind.SECRET);
        return found;
    }

    /** As {@link #in}, in a file's name: words are joined by strokes there. */
    public static Set<Kind> inName(String name) {
        return in(name.replace('_', ' '));
    }

    /** Figures and letters as they are meant, however they are coded; signs that do not show are gone. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char sign = composed.charAt(i);
            int type = Character.getType(sign);
            if (type == Character.FORMAT) {
                continue;
            }
            int figure = Character.digit(sign, 10);
            if (figure >= 0) {
                plain.append((char) ('0' + figure));
            } else if (type == Character.DASH_PUNCTUATION || sign == '\u2212') {
                plain.append('-');
            } else {
                plain.append(type == Character.SPACE_SEPARATOR || sign == '\t' ? ' ' : sign);
            }
        }
        return plain.toString();
    }
}
