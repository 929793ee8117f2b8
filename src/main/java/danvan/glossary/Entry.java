package danvan.glossary;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thing the glossary says. */
public sealed interface Entry {
    /** What kinds there are; each has its sheet, and its list in the file. */
    enum Kind {
        ABBREVIATION("abbreviations", 4),
        SYNONYMS("synonyms", 2),
        TERM("terms", 3);

        private final String list;
        private final int columns;

        Kind(String list, int columns) {
            this.list = list;
            this.columns = columns;
        }

        /** The name of its list in the file. */
        String list() {
            return list;
        }

        /** How many columns its sheet has. */
        int columns() {
            return columns;
        }
    }

    /**
     * What an entry is known by: of two of one name one stands.
     *
     * @param name lower case, composed
     */
    record Key(Kind kind, String name) {
        static Key of(Kind kind, String name) {
            return new Key(
                    kind,
                    Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        }
    }

    Key key();

    /** In one line, for people. */
    String shown();

    /** A short form, what else is typed for it, and what it stands for: one thing, or several by their neighbours. */
    record Abbreviation(String name, List<String> variants, List<Meaning> meanings) implements Entry {
        public Abbreviation {
            variants = List.copyOf(variants);
            meanings = List.copyOf(meanings);
        }

        @Override
        public Key key() {
            return Key.of(Kind.ABBREVIATION, name);
        }

        @Override
        public String shown() {
            return name + (variants.isEmpty() ? "" : " (" + String.join("; ", variants) + ")") + " = "
                    + meanings.stream().map(Meaning::shown).collect(Collectors.joining(" | "));
        }
    }

    /**
     * One thing a short form stands for.
     *
     * @param when which neighbours it is read so beside; may be empty
     */
    record Meaning(String full, String when) {
        String shown() {
            return full + (when.isEmpty() ? "" : " [" + when + "]");
        }
    }

    /** Words that stand for each other; the first names them. */
    record Synonyms(List<String> words) implements Entry {
        public Synonyms {
            words = List.copyOf(words);
        }

        @Override
        public Key key() {
            return Key.of(Kind.SYNONYMS, words.get(0));
        }

        @Override
        public String shown() {
            return String.join(" = ", words);
        }
    }

    /** A Vietnamese expression and how it is said in Turkish and English. */
    record Term(String name, List<String> turkish, List<String> english) implements Entry {
        public Term {
            turkish = List.copyOf(turkish);
            english = List.copyOf(english);
        }

        @Override
        public Key key() {
            return Key.of(Kind.TERM, name);
        }

        @Override
        public String shown() {
            return name + " = " + String.join("; ", turkish) + " / " + String.join("; ", english);
        }
    }
}
