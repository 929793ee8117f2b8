package danvan.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The questions in one message: cut behind question marks and before words that begin another question. */
final class Parts {
    private static final int MOST = 3;
    private static final int FEWEST_WORDS = 3;
    /** Behind a mark that ends a question, or before words that open the next. */
    private static final Pattern CUT = Pattern.compile(
            "(?<=\\?)[\\s?!.]+(?=\\S)"
                    + "|(?:(?<![\\s,;.])|\\G)[\\s,;.]++(?=(?iu:(?:và|va)\\s++(?:cho\\s++(?:em|tôi|toi|mình|minh)?\\s*+(?:hỏi|hoi)|(?:xin\\s++)?(?:hỏi|hoi)\\s++(?:thêm|them)))(?!\\p{L}))"
                    + "|(?:(?<![\\s,;.])|\\G)[\\s,;.]++(?=(?iu:(?:cho\\s++(?:em\\s++|tôi\\s++|toi\\s++|mình\\s++|minh\\s++)?(?:hỏi|hoi)\\s++(?:thêm|them)|ngoài\\s++ra|ngoai\\s++ra|câu\\s++(?:hai|2)|cau\\s++(?:hai|2)|and\\s++also|also,|ayrıca|bir\\s++de))(?!\\p{L}))");

    /** What opens a further question and says nothing itself. */
    private static final Pattern OPENING = Pattern.compile(
            "^(?iu:(?:và|va)\\s++)?(?iu:(?:xin\\s++)?cho\\s++(?:em\\s++|tôi\\s++|toi\\s++|mình\\s++|minh\\s++)?(?:hỏi|hoi)(?:\\s++(?:thêm|them))?(?:\\s++(?:là|la))?"
                    + "|(?:xin\\s++)?(?:hỏi|hoi)\\s++(?:thêm|them)|ngoài\\s++ra|ngoai\\s++ra|câu\\s++(?:hai|2)|cau\\s++(?:hai|2)|and\\s++also|also|ayrıca|bir\\s++de)[\\s:,.]++");

    private static final Pattern COURTESY = Pattern.compile(
            "^(?:(?:xin|em|tôi|dạ|da|ạ|ok)\\s++)*+(?:cảm ơn|cám ơn|cam on|thanks|thank you|teşekkür|tesekkur|chào|chao)(?![\\p{L}\\p{M}\\p{N}_]).*",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Parts() {}

    /** At least one; a part too short to be a question stays with the one before it. */
    static List<String> of(String message) {
        List<String> parts = new ArrayList<>();
        for (String piece : CUT.split(message, 0)) {
            String part = piece.strip();
            String bare = parts.isEmpty()
                    ? part
                    : OPENING.matcher(part).replaceFirst("").strip();
            if (bare.isEmpty()
                    || COURTESY.matcher(bare.toLowerCase(Locale.ROOT)).matches()) {
                continue;
            }
            if (parts.isEmpty() || (isQuestion(bare) && parts.size() < MOST)) {
                parts.add(bare);
            } else {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " " + bare);
            }
        }
        return parts.isEmpty() ? List.of(message) : List.copyOf(parts);
    }

    private static boolean isQuestion(String part) {
        return part.split("\\s+", -1).length >= FEWEST_WORDS;
    }
}
