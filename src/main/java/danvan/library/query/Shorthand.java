package danvan.library.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Vietnamese write in a chat for everyday words: "ko" for không, "bn" for bao nhiêu. Read in questions only: in a
 * document the letters stand for something else. Short forms of the administration's own expressions are in the glossary, and
 * go before these.
 */
public final class Shorthand {
    private static final Map<String, List<Word>> FULL = new HashMap<>();

    static {
        add("không", "ko k kg khg hk hok hokk hem hông khum kô");
        add("được", "dc đc đx");
        add("người", "ng");
        add("bao nhiêu", "bn bnh bnhiu bnhiêu");
        add("như thế nào", "ntn nthn");
        add("như vậy", "nv nvay");
        add("với", "vs");
        add("vậy", "z zậy zay dzậy");
        add("gì", "j ji");
        add("rồi", "r rùi");
        add("cũng", "cx cug");
        add("trước", "trc");
        add("nữa", "nx");
        add("mình", "mk mh mik");
        add("mọi người", "mn mng");
        add("hôm nay", "hnay");
        add("ngày mai", "nmai");
        add("em", "e");
        add("anh", "a");
        add("chị", "c");
        add("làm sao", "lsao");
        add("biết", "bik bjk");
        add("vợ", "vk");
        add("giờ", "h");
        add("bao giờ", "bjo bgio");
        add("tháng", "thg");
        add("đang", "đg");
        add("gia đình", "gđ");
        add("số điện thoại", "sđt sdt");
    }

    /** Single letters number things, too: "điểm a", "khoản 5 c". */
    private static final Set<String> BEFORE_A_LETTER = Set.of(
            "diem", "muc", "khoan", "phan", "nhom", "loai", "hang", "lop", "mau", "to", "khu", "doi", "bang", "va",
            "hoac");

    /** "nv" is a duty or a clerk, too; with these behind it, or nothing, it closes a sentence. */
    private static final Set<String> BEHIND_A_CLOSE =
            Set.of("khong", "ko", "k", "a", "ha", "phai", "dung", "thi", "la");

    private Shorthand() {}

    private static void add(String full, String shortForms) {
        List<Word> words = Word.of(full);
        for (String form : shortForms.split(" ", -1)) {
            FULL.put(ExactForm.of(form), words);
        }
    }

    /** The words with shorthand written out. */
    public static List<Word> writtenOut(List<Word> words) {
        List<Word> out = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            List<Word> full = word.name() || isMeant(words, i) ? List.of() : FULL.getOrDefault(word.exact(), List.of());
            boolean opens = word.opens();
            for (Word each : full) {
                out.add(new Word(word.start(), word.end(), each.exact(), each.folded(), false, opens));
                opens = false;
            }
            if (full.isEmpty()) {
                out.add(word);
            }
        }
        return out;
    }

    /** Whether the letters may stand for themselves, or for more than one thing. */
    private static boolean isMeant(List<Word> words, int at) {
        String letters = words.get(at).folded();
        String before = at == 0 ? "" : words.get(at - 1).folded();
        String behind = at + 1 == words.size() ? "" : words.get(at + 1).folded();
        if (letters.equals("nv")) {
            return !behind.isEmpty() && !BEHIND_A_CLOSE.contains(behind);
        }
        return letters.length() == 1
                && (BEFORE_A_LETTER.contains(before)
                        || (at > 0 && words.get(at - 1).hasDigit())
                        || (at + 1 < words.size() && words.get(at + 1).hasDigit()));
    }
}
