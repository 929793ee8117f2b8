package danvan.library.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How often each word, and each pair of neighbours, stands in the collection: what a question is restored by. Also
 * finds the known words that a typed one may have been meant for.
 */
final class WordModel {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> forms = new ArrayList<>();
    private int[] counts = new int[1024];
    private final PairCounts pairs = new PairCounts();
    private final Map<String, List<String>> byFolded = new HashMap<>();
    /** Folded forms by what is left of them with one letter out. */
    private final Map<String, List<String>> byDeletion = new HashMap<>();

    private long total;
    private int texts;

    void addText(List<Word> words) {
        texts++;
        add(words);
    }

    boolean hasTexts() {
        return texts > 0;
    }

    void add(List<Word> words) {
        int before = -1;
        for (Word word : words) {
            int id = idOf(word);
            counts[id]++;
            total++;
            if (before >= 0) {
                pairs.add(before, id);
            }
            before = id;
        }
    }

    private int idOf(Word word) {
        Integer known = ids.get(word.exact());
        if (known != null) {
            return known;
        }
        int id = forms.size();
        ids.put(word.exact(), id);
        forms.add(word.exact());
        if (id == counts.length) {
            counts = java.util.Arrays.copyOf(counts, id * 2);
        }
        List<String> sameLetters = byFolded.computeIfAbsent(word.folded(), f -> new ArrayList<>(2));
        if (sameLetters.isEmpty() && !word.hasDigit()) {
            for (String rest : deletions(word.folded())) {
                byDeletion.computeIfAbsent(rest, r -> new ArrayList<>(2)).add(word.folded());
            }
        }
        sameLetters.add(word.exact());
        return id;
    }

    boolean knows(String exact) {
        return ids.containsKey(exact);
    }

    boolean knowsFolded(String folded) {
        return byFolded.containsKey(folded);
    }

    Set<String> foldedForms() {
        return Collections.unmodifiableSet(byFolded.keySet());
    }

    int count(String exact) {
        return count(id(exact));
    }

    long total() {
        return total;
    }

    int size() {
        return forms.size();
    }

    /** -1 for a word the collection does not hold. */
    int id(String exact) {
        return ids.getOrDefault(exact, -1);
    }

    int count(int id) {
        return id < 0 ? 0 : counts[id];
    }

    /** How often the second word stands right behind the first, by their ids. */
    int pairCount(int first, int second) {
        return first < 0 || second < 0 ? 0 : pairs.of(first, second);
    }

    /** The exact forms with these letters. */
    List<String> withLetters(String folded) {
        return Collections.unmodifiableList(byFolded.getOrDefault(folded, List.of()));
    }

    /** Known folded forms at one edit: a letter more, less, other, or two neighbours swapped. */
    Set<String> oneEditFrom(String folded) {
        Set<String> near = new TreeSet<>();
        List<String> rests = deletions(folded);
        for (String rest : rests) {
            if (byFolded.containsKey(rest)) {
                near.add(rest);
            }
            near.addAll(Objects.requireNonNullElse(byDeletion.get(rest), List.of()));
        }
        near.addAll(Objects.requireNonNullElse(byDeletion.get(folded), List.of()));
        near.remove(folded);
        near.removeIf(candidate -> !withinOneEdit(folded, candidate));
        return near;
    }

    private static List<String> deletions(String word) {
        List<String> rests = new ArrayList<>(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                rests.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return rests;
    }

    /** Two words that share a deletion may still be two edits apart ("abcd" and "bxcd" by way of "bcd"). */
    static boolean withinOneEdit(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int restA = a.length() - start - end;
        int restB = b.length() - start - end;
        if (restA <= 1 && restB <= 1) {
            return true;
        }
        return restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
