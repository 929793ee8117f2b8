package danvan.library.imports.recognition;

import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents that a sentence names by number, and how they stand in it: one behind the other, or each in the name of another. */
final class NamedDocuments {
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![a-z])(?:so\\s{0,3}:?\\s{0,3})?(" + DocumentNumber.PATTERN + ")(?![a-z0-9])");
    private static final int LONGEST_NAME = 220;
    /** What stands between a document's kind and its number, and never within its name. */
    private static final Pattern SEPARATED = Pattern.compile(
            "(?:^|[,;:.]|(?<![a-z])(?:va|cung|cung voi|hoac)|[-–+•]|[a-z0-9]{1,2}[.)])\\s{0,3}(?:(?:cac|va|thay the|bai bo|huy bo|toan bo)\\s{1,2}){0,2}$");

    /**
     * A document that is named.
     *
     * @param from where its kind begins in the sentence
     * @param to behind its number
     * @param listed whether it is one of a list that begins with the sentence, and no part of another's name
     */
    record Named(String number, String kind, int from, int to, boolean listed) {}

    private NamedDocuments() {}

    static List<Named> in(String text) {
        String plain = Plain.of(text);
        List<Named> found = new ArrayList<>();
        Matcher matcher = NUMBERED.matcher(plain);
        boolean nested = false;
        while (matcher.find()) {
            boolean labelled = plain.startsWith("so", matcher.start());
            Optional<Kind> kind = kindBefore(
                    plain,
                    matcher.start(),
                    found.isEmpty() ? 0 : found.get(found.size() - 1).to());
            if (kind.isEmpty() || (!labelled && matcher.start() - kind.get().end() > 1)) {
                continue;
            }
            String number = DocumentNumber.tight(text.substring(matcher.start(1), matcher.end(1)));
            String before = plain.substring(0, kind.get().start());
            boolean separated = SEPARATED
                    .matcher(before.substring(Math.max(0, before.length() - 40)))
                    .find();
            boolean strong = before.stripTrailing().endsWith(";") || before.isBlank();
            // Behind one that is part of a name, "và" goes on in that name; only ";" ends it.
            boolean listed = found.isEmpty() ? true : separated && (!nested || strong);
            nested = !listed;
            found.add(new Named(number, kind.get().name(), kind.get().start(), matcher.end(), listed));
        }
        return found;
    }

    private record Kind(String name, int start, int end) {}

    /** The nearest kind before a number: "Luật Thủ đô số …", "Quyết định số …". */
    private static Optional<Kind> kindBefore(String plain, int at, int notBefore) {
        int from = Math.max(notBefore, at - LONGEST_NAME);
        Kind nearest = null;
        for (String name : Kinds.names()) {
            String folded = Plain.of(name);
            int start = plain.lastIndexOf(folded, at);
            while (start >= from && (!isWord(plain, start, start + folded.length()) || isOfAnotherWord(plain, start))) {
                start = start == 0 ? -1 : plain.lastIndexOf(folded, start - 1);
            }
            if (start >= from
                    && (nearest == null
                            || start + folded.length() > nearest.end()
                            || (start + folded.length() == nearest.end() && start < nearest.start()))
                    && start + folded.length() <= at) {
                nearest = new Kind(name, start, start + folded.length());
            }
        }
        if (nearest == null
                || plain.substring(nearest.end(), at).chars().anyMatch(c -> ";:“”()".indexOf(c) >= 0)
                || plain.startsWith(" nay", nearest.end())) {
            return Optional.empty();
        }
        // "Luật Ban hành văn bản …", "Nghị quyết liên tịch": the longer name begins earlier.
        return Optional.of(nearest);
    }

    /** "văn bản quy phạm pháp luật" names no law, "kỷ luật" none either. */
    private static boolean isOfAnotherWord(String plain, int start) {
        return plain.startsWith("luat", start)
                && plain.substring(Math.max(0, start - 6), start).matches("(?:.*(?<![a-z]))?(?:phap|ky|qui|quy|du) ");
    }

    private static boolean isWord(String plain, int start, int end) {
        return (start == 0 || !Character.isLetter(plain.charAt(start - 1)))
                && (end >= plain.length() || !Character.isLetter(plain.charAt(end)));
    }
}
