package danvan.ask;

import danvan.text.Folding;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short message that goes on with the question before it: "còn cấp huyện?" behind "bí thư đảng ủy xã tiếp dân mấy
 * ngày" asks how many days at the district. What the new message names takes the place of its like in the old one.
 */
final class FollowUp {
    private static final int MOST_WORDS = 7;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2}");

    /** Patterns are of folded text: lower case without marks. */
    private static final Pattern MARK = Pattern.compile(
            "^(?:the con|vay con|the|vay|con|nua|what about|how about|and|peki|ya)\\s++|(?:(?<!\\s)\\s++)?+(?:(?:thi sao|the nao|nua)\\s*+)?+(?:(?:vay|ad|a)\\s*+)?+(?:(?<![?.!])[?.!]++)?+$");

    private static final Pattern IS_MARKED = Pattern.compile(
            "^(?:the con|vay con|con|what about|how about|peki|ya)\\s.*|.*\\s(?:thi sao|nua)\\s*+(?:(?:vay|ad|a)\\s*+)?+[?.!]*+$");

    /** Words of one kind: a new one takes the old one's place. */
    private static final List<Pattern> KINDS = List.of(
            kind(
                    "(?:cap\\s+)?(?:to dan pho|tdp|thon|xom|khu pho|xa|phuong|thi tran|huyen|thi xa|tinh|thanh pho|trung uong"
                            + "|commune|ward|district|province|village)"),
            kind(
                    "pho bi thu|bi thu|pho chu tich|chu tich|truong thon|pho truong thon|to truong|to pho|truong ban|pho truong ban"
                            + "|secretary|chairman|head"),
            kind("khieu nai|to cao|kien nghi|phan anh|complaint|denunciation"),
            kind("lan dau|lan thu nhat|lan mot|lan 1|lan hai|lan thu hai|lan 2|first|second"),
            kind("(?:nam\\s+)?20\\d\\d"),
            kind("(?:dieu|article)\\s+\\d+[a-z]?"),
            kind("(?:khoan|clause)\\s+\\d+[a-z]?"),
            kind("(?:diem|point)\\s+[a-z]"),
            kind(
                    "(?:nghi quyet|quyet dinh|quy dinh|ket luan|chi thi|de an|nghi dinh|thong tu|luat|nq|qd|kl|ct|da|nd|tt)\\s*"
                            + "(?:so\\s+)?\\d+\\S*"));

    /** "điều 16?", "khoản 3 thì sao": a place in the document before, and nothing else. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:(?:the con|vay con|con|what about|how about)\\s++)?(?:(?:diem|point)\\s++[a-z]\\s*+)?(?:(?:khoan|clause)\\s++\\d++[a-z]?\\s*+)?"
                    + "(?:(?:dieu|article)\\s++\\d++[a-z]?)?(?:\\s*+(?:thi sao|noi gi|quy dinh gi))?[?.!\\s]*+");

    private FollowUp() {}

    /** Whether a message is short enough to go on with another, and says anything. */
    static boolean mayBe(String message) {
        return message.strip().split("\\s+", -1).length <= MOST_WORDS
                && WORD.matcher(message).find();
    }

    /** Whether it says itself that it goes on. */
    static boolean isMarked(String message) {
        return IS_MARKED.matcher(folded(message).strip()).matches();
    }

    /** Whether it names a place in a document and nothing else. */
    static boolean isPlace(String message) {
        return PLACE.matcher(folded(message).strip()).matches();
    }

    /** What it says beside that it goes on. */
    static String said(String message) {
        return bare(Normalizer.normalize(message, Normalizer.Form.NFC).strip());
    }

    /** The question before, said with what is new. */
    static String join(String before, String message) {
        String old = Normalizer.normalize(before, Normalizer.Form.NFC);
        String added = said(message);
        for (Pattern kind : KINDS) {
            if (kind.matcher(folded(added)).find()) {
                old = without(old, kind);
            }
        }
        return (old.strip().replaceFirst("(?<![?.!\\s])[?.!\\s]++$", "") + " " + added).strip();
    }

    private static String bare(String message) {
        Matcher mark = MARK.matcher(folded(message));
        int start = 0;
        int end = message.length();
        while (mark.find()) {
            if (mark.start() == 0 && mark.end() < message.length()) {
                start = mark.end();
            } else if (mark.start() > start) {
                end = Math.min(end, mark.start());
            }
        }
        return message.substring(start, end);
    }

    private static String without(String text, Pattern kind) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        Matcher found = kind.matcher(folded(text));
        while (found.find()) {
            kept.append(text, at, found.start());
            at = found.end();
        }
        return kept.append(text.substring(at)).toString().replaceAll("\\s{2,}", " ");
    }

    private static Pattern kind(String words) {
        return Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
    }

    /** As long as the composed text, letter for letter, so that places in one are places in the other. */
    private static String folded(String text) {
        return Folding.aligned(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
}
