package danvan.library;

import java.util.List;

/**
 * What people type for what documents write.
 *
 * @param abbreviations short forms and other spellings of a full form
 * @param synonyms groups of expressions that stand for each other
 * @param terms one expression in the three languages
 */
public record Glossary(List<Abbreviation> abbreviations, List<List<String>> synonyms, List<Translation> terms) {
    public Glossary {
        abbreviations = List.copyOf(abbreviations);
        synonyms = synonyms.stream().map(List::copyOf).toList();
        terms = List.copyOf(terms);
    }

    /**
     * What is typed for something longer.
     *
     * @param readings one, or several between which the neighbours decide
     */
    public record Abbreviation(List<String> shortForms, List<FullForm> readings) {
        public Abbreviation {
            shortForms = List.copyOf(shortForms);
            readings = List.copyOf(readings);
        }
    }

    /**
     * One of the things it may stand for.
     *
     * @param when in the office's words: which neighbours it is read so beside, or that a number follows
     */
    public record FullForm(String full, String when) {
        public boolean needsNumber() {
            return when.contains("số") && when.contains("sau");
        }
    }

    /** One expression in the three languages; the first Vietnamese one is what is searched for. */
    public record Translation(List<String> vi, List<String> tr, List<String> en) {
        public Translation {
            vi = List.copyOf(vi);
            tr = List.copyOf(tr);
            en = List.copyOf(en);
        }

        public List<String> in(String language) {
            return language.equals("tr") ? tr : language.equals("en") ? en : vi;
        }
    }
}
