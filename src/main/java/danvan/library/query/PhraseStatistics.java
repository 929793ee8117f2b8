package danvan.library.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A collection's statistics with some phrases added that people type and documents hardly hold. */
final class PhraseStatistics implements WordStatistics {
    private final WordStatistics collection;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Map<String, Integer>> pairs = new HashMap<>();
    private final Map<String, List<String>> byFolded = new HashMap<>();
    private final long size;
    private long more;

    PhraseStatistics(WordStatistics collection, List<String> phrases) {
        this.collection = collection;
        long unknown = 0;
        for (String phrase : phrases) {
            String before = "";
            for (Word word : Word.of(phrase)) {
                if (counts.merge(word.exact(), 1, Integer::sum) == 1) {
                    byFolded.computeIfAbsent(word.folded(), f -> new ArrayList<>(2))
                            .add(word.exact());
                    unknown += collection.count(word.exact(), word.folded()) == 0 ? 1 : 0;
                }
                more++;
                if (!before.isEmpty()) {
                    pairs.computeIfAbsent(before, any -> new HashMap<>()).merge(word.exact(), 1, Integer::sum);
                }
                before = word.exact();
            }
        }
        size = collection.size() + unknown;
    }

    @Override
    public boolean hasTexts() {
        return collection.hasTexts();
    }

    @Override
    public long count(String exact, String folded) {
        return collection.count(exact, folded) + counts.getOrDefault(exact, 0);
    }

    @Override
    public long total() {
        return collection.total() + more;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean knowsFolded(String folded) {
        return byFolded.containsKey(folded) || collection.knowsFolded(folded);
    }

    @Override
    public long pairCount(String first, String second) {
        Map<String, Integer> own = pairs.get(first);
        return (own == null ? 0 : own.getOrDefault(second, 0)) + collection.pairCount(first, second);
    }

    @Override
    public List<String> withLetters(String folded) {
        List<String> known = collection.withLetters(folded);
        List<String> own = byFolded.getOrDefault(folded, List.of());
        if (known.containsAll(own)) {
            return known;
        }
        List<String> all = new ArrayList<>(known);
        own.stream().filter(form -> !known.contains(form)).forEach(all::add);
        return all;
    }

    @Override
    public Collection<String> oneEditFrom(String folded) {
        TreeSet<String> all = new TreeSet<>(collection.oneEditFrom(folded));
        for (String own : byFolded.keySet()) {
            if (!own.equals(folded) && WordStatistics.isWithinOneEdit(folded, own)) {
                all.add(own);
            }
        }
        return all;
    }

    @Override
    public void forEachFolded(Consumer<String> consumer) {
        collection.forEachFolded(consumer);
        byFolded.keySet().stream()
                .filter(folded -> !collection.knowsFolded(folded))
                .forEach(consumer);
    }
}
