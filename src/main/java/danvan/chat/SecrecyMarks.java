package danvan.chat;

import danvan.text.Folding;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Marks of state secrets (MẬT, TỐI MẬT, TUYỆT MẬT; Law on Protection of State Secrets 2018, Article 8), and of Turkish and English
 * papers. Whoever asks about the rules for such papers has none in hand.
 */
final class SecrecyMarks {
    /** Before MẬT in capitals these make another word: BÍ MẬT, BẢO MẬT, TRÁI MẬT. */
    private static final Set<String> BEFORE =
            Set.of("BÍ", "BẢO", "LẤY", "NƯỚC", "TRÁI", "TIÊU", "CƠ", "THÂN", "RỈ", "ONG", "CHIM");
    /** And these behind it: MẬT ONG, MẬT ĐỘ, MẬT KHẨU, MẬT THIẾT; MẬT TRẬN is a misspelt front. */
    private static final Set<String> BEHIND = Set.of(
            "ONG", "ĐỘ", "KHẨU", "THIẾT", "MÃ", "NGỌT", "MÍA", "DANH", "NHÂN", "PHỤC", "THÁM", "DỪA", "BÁO", "NGỮ",
            "TRẬN");

    private static final Set<String> PAPERS = Set.of(
            "văn bản",
            "tài liệu",
            "công văn",
            "hồ sơ",
            "bản đồ",
            "giấy tờ",
            "tờ trình",
            "kế hoạch",
            "báo cáo",
            "quyết định",
            "thông báo",
            "chỉ thị",
            "phương án",
            "danh sách",
            "phụ lục",
            "đề án",
            "biên bản",
            "bức điện",
            "bản tin");
    /** Who asks, teaches or warns has no such paper in hand. */
    private static final List<String> ASKED = List.of(
            "thế nào là",
            "là gì",
            "gồm những",
            "khái niệm",
            "có mấy",
            "không gửi",
            "không được gửi",
            "không đăng",
            "nghiêm cấm",
            "ai được",
            "nedir",
            "nasıl",
            "kimler",
            "göndermeyin",
            "what is",
            "what are",
            "how to",
            "how are",
            "never send",
            "do not send",
            "who may",
            "don't send",
            "ai ban hành",
            "bí mật nhà nước");
    /** In small letters these tell of the rules, too; beside a mark in capitals they may tell of the paper's own subject. */
    private static final List<String> RULES = List.of(
            "quy định",
            "bảo vệ",
            "quản lý",
            "phân loại",
            "theo luật",
            "quy trình",
            "hướng dẫn",
            "tập huấn",
            "xác định độ",
            "cách xử lý",
            "cấm",
            "không phải",
            "thẩm quyền",
            "yönetmelik",
            "kural",
            "rules",
            "training");

    private static final List<String> TURKISH = List.of("ÇOK GİZLİ", "HİZMETE ÖZEL", "GİZLİ", "GIZLI");
    private static final List<String> ENGLISH = List.of("TOP SECRET", "SECRET", "CONFIDENTIAL");
    /** What is secret in a good sense. */
    private static final List<String> HARMLESS =
            List.of("OY", "OYLAMA", "BALLOT", "VOTE", "KALMIŞ", "TANIK", "SANTA", "COMPLAINT", "TALK", "HARİÇ");

    private SecrecyMarks() {}

    static boolean in(String text) {
        for (String sentence : sentences(text)) {
            String small = sentence.toLowerCase(Locale.ROOT);
            if (!says(small, ASKED)
                    && (isMarkedInCapitals(sentence)
                            || SecrecyLabels.in(sentence.strip(), small.strip(), Folding.letters(sentence.strip()))
                            || (!says(small, RULES) && isCalledSecret(sentence)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int begin = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(text.substring(begin, end));
            begin = end;
        }
        return sentences;
    }

    private static boolean says(String small, List<String> any) {
        return any.stream().anyMatch(small::contains);
    }

    private static boolean isMarkedInCapitals(String sentence) {
        List<String> words = words(sentence);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String before = i > 0 ? words.get(i - 1) : "";
            String behind = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("MẬT") && !BEFORE.contains(before) && !BEHIND.contains(behind)) {
                return true;
            }
        }
        String joined = " " + String.join(" ", words) + " ";
        return isMark(joined, TURKISH) || isMark(joined, ENGLISH);
    }

    private static boolean isMark(String joined, List<String> marks) {
        for (String mark : marks) {
            int at = joined.indexOf(" " + mark + " ");
            if (at >= 0) {
                String rest = joined.substring(at + mark.length() + 2);
                if (HARMLESS.stream().noneMatch(rest::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In small letters: a paper that is called so. */
    private static boolean isCalledSecret(String sentence) {
        List<String> words = words(sentence.toLowerCase(Locale.ROOT).replace("i\u0307", "i"));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String before = i > 0 ? words.get(i - 1) : "";
            String twoBefore = i > 1 ? words.get(i - 2) + " " + before : "";
            String threeBefore = i > 2 ? words.get(i - 3) + " " + words.get(i - 2) : "";
            boolean high = before.equals("tối") || before.equals("tuyệt");
            if (word.equals("mật")) {
                boolean paper = PAPERS.contains(twoBefore) || (high && PAPERS.contains(threeBefore));
                boolean sealed = before.equals("dấu")
                        || before.equals("độ")
                        || (high && i > 1 && Set.of("dấu", "độ", "mức", "loại").contains(words.get(i - 2)));
                String behind = i + 1 < words.size() ? words.get(i + 1) : "";
                boolean another = BEHIND.contains(behind.toUpperCase(Locale.ROOT));
                if (!another && (paper || sealed || (high && behind.equals("của")))) {
                    return true;
                }
            }
        }
        String joined = " " + String.join(" ", words) + " ";
        String folded = Folding.letters(joined);
        return folded.contains(" dong dau mat ")
                || folded.contains(" tuyet mat ")
                || joined.contains(" çok gizli ")
                || SecrecyLabels.told(joined)
                || joined.contains(" gizlilik dereceli ")
                || joined.contains(" gizli belge")
                || joined.contains(" gizli yazı")
                || joined.contains(" gizli evrak")
                || joined.contains(" gizli rapor")
                || joined.contains(" gizli dosya")
                || joined.contains(" hizmete özel ")
                || joined.contains(" top secret ")
                || joined.contains(" classified document")
                || joined.contains(" secret document")
                || joined.contains(" secret file")
                || joined.contains(" secret memo")
                || joined.contains(" secret report")
                || joined.contains(" secret letter");
    }

    private static List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= sentence.length(); i++) {
            boolean letter = i < sentence.length() && Character.isLetterOrDigit(sentence.charAt(i));
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                words.add(sentence.substring(begin, i));
                begin = -1;
            }
        }
        return words;
    }
}
