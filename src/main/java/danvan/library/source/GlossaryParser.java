package danvan.library.source;

import com.fasterxml.jackson.databind.JsonNode;
import danvan.library.Glossary;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code glossary.yml}. */
final class GlossaryParser {
    private GlossaryParser() {}

    static Glossary parse(JsonNode root) {
        List<Glossary.Abbreviation> abbreviations = new ArrayList<>();
        for (JsonNode node : root.path("abbreviations")) {
            List<String> shortForms = new ArrayList<>(Yaml.texts(node, "abbr"));
            shortForms.addAll(Yaml.texts(node, "variants"));
            List<Glossary.FullForm> readings = new ArrayList<>();
            Yaml.text(node, "full")
                    .ifPresent(full -> readings.add(
                            new Glossary.FullForm(full, Yaml.text(node, "when").orElse(""))));
            for (JsonNode reading : node.path("readings")) {
                Yaml.text(reading, "full")
                        .ifPresent(full -> readings.add(new Glossary.FullForm(
                                full, Yaml.text(reading, "when").orElse(""))));
            }
            if (!readings.isEmpty() && !shortForms.isEmpty()) {
                abbreviations.add(new Glossary.Abbreviation(shortForms, readings));
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
        List<Glossary.Translation> terms = new ArrayList<>();
        for (JsonNode node : root.path("terms")) {
            List<String> turkish = new ArrayList<>(Yaml.texts(node, "tr"));
            turkish.addAll(Yaml.texts(node, "also_tr"));
            List<String> english = new ArrayList<>(Yaml.texts(node, "en"));
            english.addAll(Yaml.texts(node, "also_en"));
            terms.add(new Glossary.Translation(Yaml.texts(node, "vi"), turkish, english));
        }
        return new Glossary(abbreviations, synonyms, terms);
    }
}
