package danvan.library.query;

import danvan.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that carry a question rather than its subject: question words, particles, polite address, chat shorthand. They
 * weigh little in the search, nothing in deciding whether a passage answers, and much in telling the language.
 */
public final class FunctionWords {
    private static final String VIETNAMESE = """
            là gì nào sao thế nào bao nhiêu mấy ai đâu khi nào bao giờ lâu có không được phải thì mà và với của cho ở tại
            trong ngoài trên về từ đến tới những các một cái này đó kia ấy đã đang sẽ rồi chưa cũng như do bởi vì để nếu
            theo bị hay hoặc ra vào lại cần nên làm gồm việc bằng qua chỉ còn hết sau trước giữa cùng vậy thôi
            ad admin ơi ạ dạ vâng nhé nha nhỉ hả hở à ừ bác em mình anh chị cô chú tôi tớ bạn thưa xin hỏi giúp cho biết nói
            bot trả lời muốn rõ ko k hok khg đc dc bn z v ntn thế nha ạk nhiu hông
            """;
    /** How questions run on: documents hardly hold such phrases, so a decoder could not learn them there. */
    static final List<String> VIETNAMESE_PHRASES = List.of(
            "là cái gì",
            "là gì",
            "nói về cái gì",
            "nói gì",
            "nói về việc gì",
            "gồm những gì",
            "gồm những ai",
            "có những gì",
            "những việc gì",
            "làm gì",
            "thế nào",
            "như thế nào",
            "làm thế nào",
            "bao nhiêu",
            "là bao nhiêu",
            "bao nhiêu ngày",
            "bao nhiêu tiền",
            "bao nhiêu lần",
            "bao nhiêu người",
            "có bao nhiêu",
            "bao lâu",
            "trong bao lâu",
            "bao giờ",
            "khi nào",
            "từ khi nào",
            "ngày nào",
            "năm nào",
            "ở đâu",
            "tại sao",
            "vì sao",
            "mấy ngày",
            "mấy lần",
            "mấy tháng",
            "mấy người",
            "ai làm",
            "ai được",
            "do ai",
            "cho ai",
            "là ai",
            "có được không",
            "được không",
            "có phải không",
            "phải không",
            "cần gì",
            "cần những gì",
            "cho hỏi",
            "cho tôi hỏi",
            "xin hỏi");

    private static final String TURKISH = """
            ne nedir neler nelerdir nerede nereye nereden neresi kim kimdir kimler kimin kimi kime kaç kaçıncı kaçtır hangi
            hangisi hangileri nasıl nasıldır niçin niye neden zaman mi mı mu mü midir mıdır mudur müdür ve veya ya ile için bir
            bu şu o de da te ta den dan olarak olan oldu olmuş olmuştur olur olmalı olmalıdır göre kadar gibi daha en çok vardır var
            yok tarafından sonra önce ise değil her ki ama hem
            lütfen acaba bana söyle
            """;
    private static final String ENGLISH = """
            a an the of to in on at by for from with as and or not is are was were be been being am do does did done has have had
            what which who whom whose when where why how many much long often there that this these those it its he she they
            his her their them we you i me my your our can could should would will shall may might must than then into about
            under over between during after before also any some such no if so please tell
            """;

    /** What is asked of a document itself: what it is, when and by whom it was issued. Folded beginnings. */
    private static final Map<String, List<String>> OF_A_DOCUMENT = Map.of(
            "vi",
                    List.of(
                            "ban", "hanh", "ngay", "ky", "van", "hieu", "luc", "ve", "so", "thang", "nam", "phe",
                            "duyet"),
            "tr",
                    List.of(
                            "tarih",
                            "cikti",
                            "cikar",
                            "cikt",
                            "yayim",
                            "gun",
                            "yil",
                            "yururlu",
                            "basla",
                            "belge",
                            "hakkinda"),
            "en",
                    List.of(
                            "issue",
                            "date",
                            "adopt",
                            "start",
                            "begin",
                            "effect",
                            "force",
                            "sign",
                            "document",
                            "year",
                            "come"));

    private static final Map<String, Set<String>> EXACT = Map.of(
            "vi", forms(VIETNAMESE).map(ExactForm::of).collect(Collectors.toUnmodifiableSet()),
            "tr", forms(TURKISH).map(ExactForm::of).collect(Collectors.toUnmodifiableSet()),
            "en", forms(ENGLISH).collect(Collectors.toUnmodifiableSet()));
    private static final Map<String, Set<String>> FOLDED = Map.of(
            "vi", forms(VIETNAMESE).map(Folding::letters).collect(Collectors.toUnmodifiableSet()),
            "tr", forms(TURKISH).map(Folding::letters).collect(Collectors.toUnmodifiableSet()),
            "en", forms(ENGLISH).collect(Collectors.toUnmodifiableSet()));

    private FunctionWords() {}

    private static Stream<String> forms(String words) {
        return Stream.of(words.strip().split("\\s+")).distinct();
    }

    /** A word with marks is compared with them: "là" is one, "lá" (leaf) is not. */
    public static boolean contains(String language, String exact, String folded) {
        return exact.equals(folded)
                ? FOLDED.getOrDefault(language, Set.of()).contains(folded)
                : EXACT.getOrDefault(language, Set.of()).contains(exact);
    }

    public static boolean isOfADocument(String language, String folded) {
        return OF_A_DOCUMENT.getOrDefault(language, List.of()).stream()
                .anyMatch(start -> language.equals("vi") ? folded.equals(start) : folded.startsWith(start));
    }

    static boolean contains(String language, Word word) {
        return contains(language, word.exact(), word.folded());
    }

    static Set<String> folded(String language) {
        return FOLDED.getOrDefault(language, Set.of());
    }
}
