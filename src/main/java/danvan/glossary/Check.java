package danvan.glossary;

import danvan.chat.PersonalData;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Takes entries as they are read, wherever from, and tells what is wrong with them. */
final class Check {
    /** What is longer is found by nobody: the search compares no longer runs of words. */
    private static final int MOST_WORDS = 8;

    private static final int LONGEST = 200;

    private final Map<Entry.Key, Entry> entries = new LinkedHashMap<>();
    private final Map<Entry.Key, String> shortForms = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The headings of the columns a fault may be in; all empty in a file. */
    record Columns(String name, String second, String third) {
        static final Columns NONE = new Columns("", "", "");
    }

    /**
     * Something wrong.
     *
     * @param what names the text that says it
     * @param value what is quoted in it; may be empty
     */
    void fault(Problem.Place place, String column, String what, String value) {
        Problem.Place where = place instanceof Problem.Cell cell ? cell.in(column) : place;
        problems.add(Problem.at(where, "glossary.fault." + what, "value", value));
    }

    void fault(Problem problem) {
        problems.add(problem);
    }

    Written written() {
        return new Written(new Book(entries), problems);
    }

    /** One meaning of a short form; those of one short form are gathered. */
    void abbreviation(Problem.Place place, Columns columns, String name, List<String> variants, Entry.Meaning meaning) {
        if (name.isEmpty()) {
            fault(place, columns.name(), "noName", meaning.full());
            return;
        }
        if (meaning.full().isEmpty()) {
            fault(place, columns.second(), "noFull", name);
            return;
        }
        Entry.Key key = Entry.Key.of(Entry.Kind.ABBREVIATION, name);
        boolean sound = fits(place, columns.name(), name);
        sound &= whole(place, columns.second(), meaning.full());
        sound &= mine(place, columns.name(), name, name);
        for (String variant : variants) {
            sound &= fits(place, columns.third(), variant);
            sound &= mine(place, columns.third(), variant, name);
        }
        LinkedHashSet<String> typed = new LinkedHashSet<>();
        List<Entry.Meaning> meanings = new ArrayList<>();
        String first = name;
        if (entries.get(key) instanceof Entry.Abbreviation known) {
            first = known.name();
            typed.addAll(known.variants());
            meanings.addAll(known.meanings());
        }
        typed.addAll(variants);
        if (meanings.stream().anyMatch(other -> other.full().equals(meaning.full()))) {
            fault(place, columns.name(), "twice", name);
            return;
        }
        meanings.add(meaning);
        if (sound) {
            entries.put(key, new Entry.Abbreviation(first, List.copyOf(typed), meanings));
        }
    }

    void synonyms(Problem.Place place, Columns columns, List<String> words) {
        if (words.size() < 2) {
            fault(place, columns.second(), "alone", String.join("", words));
            return;
        }
        put(place, columns.name(), new Entry.Synonyms(words), words.get(0));
    }

    void term(Problem.Place place, Columns columns, String name, List<String> turkish, List<String> english) {
        if (name.isEmpty()) {
            fault(place, columns.name(), "noVietnamese", "");
        } else if (turkish.isEmpty() && english.isEmpty()) {
            fault(place, columns.second(), "untranslated", name);
        } else {
            boolean sound = true;
            for (String word : turkish) {
                sound &= fits(place, columns.second(), word);
            }
            for (String word : english) {
                sound &= fits(place, columns.third(), word);
            }
            if (sound) {
                put(place, columns.name(), new Entry.Term(name, turkish, english), name);
            }
        }
    }

    private void put(Problem.Place place, String column, Entry entry, String name) {
        if (whole(place, column, name) && entries.putIfAbsent(entry.key(), entry) != null) {
            fault(place, column, "twice", name);
        }
    }

    /** A short form stands for one entry's things only, or nobody knows which. */
    private boolean mine(Problem.Place place, String column, String typed, String name) {
        Entry.Key key = Entry.Key.of(Entry.Kind.ABBREVIATION, name);
        String owner = shortForms.putIfAbsent(Entry.Key.of(Entry.Kind.ABBREVIATION, typed), key.name());
        if (owner == null || owner.equals(key.name())) {
            return true;
        }
        fault(place, column, "taken", typed);
        return false;
    }

    private boolean fits(Problem.Place place, String column, String phrase) {
        if (phrase.strip().split("[^\\p{L}\\p{N}\\p{M}]+", -1).length > MOST_WORDS + 1) {
            fault(place, column, "long", phrase);
            return false;
        }
        return whole(place, column, phrase);
    }

    private boolean whole(Problem.Place place, String column, String text) {
        if (text.length() > LONGEST) {
            fault(place, column, "endless", text.substring(0, 40) + "…");
            return false;
        }
        if (!PersonalData.numbersIn(text).isEmpty()) {
            fault(place, column, "personal", "");
            return false;
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            fault(place, column, "noWord", text);
            return false;
        }
        return true;
    }
}
