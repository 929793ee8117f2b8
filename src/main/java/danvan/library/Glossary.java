package danvan.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
        boolean needsNumber() {
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

        List<String> in(String language) {
            return language.equals("tr") ? tr : language.equals("en") ? en : vi;
        }
    }

    static Glossary of(JsonNode root) {
        List<Abbreviation> abbreviations = new ArrayList<>();
        for (JsonNode node : root.path("abbreviations")) {
            List<String> shortForms = new ArrayList<>(Yaml.texts(node, "abbr"));
            shortForms.addAll(Yaml.texts(node, "variants"));
            List<FullForm> readings = new ArrayList<>();
            Yaml.text(node, "full")
                    .ifPresent(full -> readings.add(
                            new FullForm(full, Yaml.text(node, "when").orElse(""))));
            for (JsonNode reading : node.path("readings")) {
                Yaml.text(reading, "full")
                        .ifPresent(full -> readings.add(
                                new FullForm(full, Yaml.text(reading, "when").orElse(""))));
            }
            if (!readings.isEmpty() && !shortForms.isEmpty()) {
                abbreviations.add(new Abbreviation(shortForms, readings));
            }
        }
        List<List<String>> synonyms = new ArrayList<>();
        for (JsonNode group : root.path("synonyms")) {
            List<String> words = new ArrayList<>();
            group.forEach(word -> words.add(word.asText()));
            if (words.size() > 1) {
                synonyms.add(words);
            }
        }
        List<Translation> terms = new ArrayList<>();
        for (JsonNode node : root.path("terms")) {
            List<String> turkish = new ArrayList<>(Yaml.texts(node, "tr"));
            turkish.addAll(Yaml.texts(node, "also_tr"));
            List<String> english = new ArrayList<>(Yaml.texts(node, "en"));
            english.addAll(Yaml.texts(node, "also_en"));
            terms.add(new Translation(Yaml.texts(node, "vi"), turkish, english));
        }
        return new Glossary(abbreviations, synonyms, terms);
    }
}
