package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The document's own text: from its first words to its signature, in paragraphs, without what it quotes. Forms and rules
 * that are bound behind the signature have dates and signers of their own.
 */
final class MainPart {
    private static final Pattern RECIPIENTS = Pattern.compile("^noi nhan(?:\\s?:.{0,200}|)$");
    private static final Pattern BEHIND =
            Pattern.compile("^(?:phu luc|phu bieu|mau so|mau|bieu mau|bieu so)(?![a-z])(?:.{0,80})$");
    private static final Pattern BASIS =
            Pattern.compile("^[-–+•*\\s]{0,4}(?:can cu|theo de nghi|xet de nghi|xet to trinh|chieu )(?![a-z]).*");
    /** A quote that does not end within so much is a slip of the printer. */
    private static final int LONGEST_QUOTE = 60_000;

    final int from;
    final int signed;
    final List<String> paragraphs;

    MainPart(DocumentText text, int from) {
        this.from = from;
        this.signed = end(text, from);
        this.paragraphs = withoutQuotes(text.paragraphs(from, signed)).stream()
                .filter(paragraph -> !BASIS.matcher(Plain.of(paragraph)).matches())
                .toList();
    }

    /** At "Nơi nhận:", unless forms begin before it; else at the last signature before them. Guides to drafting show signatures all over. */
    private static int end(DocumentText text, int from) {
        int recipients = -1;
        int behind = -1;
        int signature = -1;
        int last = -1;
        for (int i = from + 1; i < text.size() && recipients < 0 && behind < 0; i++) {
            DocumentText.Line line = text.line(i);
            if (RECIPIENTS.matcher(line.plain()).matches() && line.opens()) {
                recipients = i;
            } else if (isAnnexHead(line)) {
                behind = i;
            } else if (line.isCapitals() && SignerPost.signs(line)) {
                signature = signature >= 0 && i - last <= 2 * SignerPost.MOST_LINES ? signature : i;
                last = i;
            }
        }
        if (recipients >= 0) {
            return recipients;
        }
        return signature >= 0 ? signature : behind >= 0 ? behind : text.size();
    }

    private static boolean isAnnexHead(DocumentText.Line line) {
        boolean heading = line.isCapitals() || line.text().length() < 40;
        return heading
                && line.cells() <= 1
                && BEHIND.matcher(line.plain()).matches()
                && Character.isUpperCase(line.text().codePointAt(0))
                && !line.text().endsWith(";")
                && !line.text().endsWith(".");
    }

    /** The paragraphs without what stands between “ and ”. */
    static List<String> withoutQuotes(List<String> paragraphs) {
        String all = String.join("\n", paragraphs);
        StringBuilder kept = new StringBuilder();
        int[] closings = closings(all);
        int at = 0;
        while (at < all.length()) {
            char c = all.charAt(at);
            int end = closings[at];
            if (end > 0) {
                kept.append("“…”");
                at = end + 1;
            } else {
                kept.append(c);
                at++;
            }
        }
        return new ArrayList<>(List.of(kept.toString().split("\n", -1)));
    }

    /** Where the quote that opens at a place ends, by that place; 0 where it does not, or too far on. */
    private static int[] closings(String all) {
        int[] closings = new int[all.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < all.length(); i++) {
            if (all.charAt(i) == '“') {
                open.push(i);
            } else if (all.charAt(i) == '”' && !open.isEmpty()) {
                int opening = open.pop();
                closings[opening] = i < opening + LONGEST_QUOTE ? i : 0;
            }
        }
        return closings;
    }
}
