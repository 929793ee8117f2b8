package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The post of who signed: "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH". The name below is nobody's business here. */
final class SignerPost {
    private static final String POSTS =
            "(?:quyen )?(?:pho )?(?:bi thu|chu tich quoc hoi|chu tich nuoc|chu tich|truong ban|giam doc|tong giam doc|chanh van phong|bo truong|thu tuong|hieu truong|truong phong|tong bi thu"
                    + "|chu nhiem|cuc truong|tong cuc truong|vu truong|vien truong|vien tri|chi cuc truong|truong doan|thong doc|tong thanh tra|truong tieu ban|to truong|chanh an"
                    + "|doi truong|tram truong|hat truong|xa doi truong|chi huy truong|chinh uy|tong kiem toan)|thu truong|pho van phong|tham muu truong|uy vien thuong truc|uy vien";
    private static final Pattern FOR =
            Pattern.compile("^(?:t/m|tm|k/t|kt|t/l|tl|tuq|t/uq|tu|q)\\s?[./]?\\s{0,2}\\S.{0,90}$");
    private static final Pattern POST = Pattern.compile("^(?:" + POSTS + ")(?![a-z]).{0,50}$");
    private static final Pattern WITH_POST = Pattern.compile(
            "^(?:(?:t/m|k/t|t/l|t/uq)[\\s.]{1,3}|(?:tm|kt|tl|tuq|tu|q)\\s?[./]\\s{0,2}|tm (?=ban|uy ban|dang|doan|hoi|chi))\\S.{0,90}$");
    /** As many stand below "Nơi nhận:", at most. */
    private static final int MOST_RECIPIENTS = 60;
    /** Documents that several bodies issue together. */
    private static final Pattern JOINT = Pattern.compile("^[a-z]{0,6}(?:lt|ph|ln)(?![a-z]).*");

    private static final Pattern NAME = Pattern.compile("^\\p{Lu}[\\p{L}\\p{M}. ]{3,40}$");
    private static final int MOST_SIGNERS = 6;

    static final int MOST_LINES = 5;

    private SignerPost() {}

    /** Whether a line in capitals begins a signature for certain: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH" alone. */
    static boolean signs(DocumentText.Line line) {
        String plain = line.plain();
        return WITH_POST.matcher(plain).matches()
                || (plain.matches("^(?:" + POSTS + ")$") && line.text().length() < 40);
    }

    /** The signature at the end of the main part; those of bound forms come later, and samples in a guide before. */
    static String of(DocumentText text, MainPart main, String symbol) {
        int first = first(text, main);
        if (first < 0) {
            return "";
        }
        return JOINT.matcher(Plain.of(symbol)).matches()
                ? together(text, first, main.from)
                : String.join(" – ", from(text, first));
    }

    private static int first(DocumentText text, MainPart main) {
        int behind = Math.min(text.size(), main.signed + MOST_RECIPIENTS);
        for (int i = main.signed; i < behind; i++) {
            if (text.line(i).isCapitals() && signs(text.line(i))) {
                return i;
            }
        }
        int first = -1;
        for (int i = main.signed - 1; i >= Math.max(main.from, main.signed - 2 * MOST_LINES); i--) {
            boolean signs = text.line(i).isCapitals() && signs(text.line(i));
            if (first >= 0 && !signs) {
                break;
            }
            first = signs ? i : first;
        }
        return first;
    }

    /** All who sign a joint document, each with the name below: in columns side by side, or one below the other. */
    private static String together(DocumentText text, int found, int from) {
        int first = found;
        for (int before = before(text, first, from); before >= 0; before = before(text, first, from)) {
            first = before;
        }
        List<String> posts = new ArrayList<>();
        int at = first;
        while (at >= 0 && posts.size() < MOST_SIGNERS) {
            List<String> lines = from(text, at);
            posts.add(String.join(" – ", lines));
            at = next(text, at + lines.size());
        }
        return String.join("; ", posts);
    }

    /** Where the next signature begins, a name and the body that signs aside. */
    private static int next(DocumentText text, int behind) {
        for (int i = behind; i < Math.min(text.size(), behind + MOST_LINES); i++) {
            if (text.line(i).isCapitals()
                    && WITH_POST.matcher(text.line(i).plain()).matches()) {
                return i;
            }
            if (!NAME.matcher(text.line(i).text()).matches()) {
                return -1;
            }
        }
        return -1;
    }

    /** Where the signature before begins; the posts of one stand together, its name below them. */
    private static int before(DocumentText text, int first, int from) {
        int begin = -1;
        for (int i = first - 1; i >= Math.max(from, first - 2 * MOST_LINES); i--) {
            DocumentText.Line line = text.line(i);
            if (line.isCapitals() && WITH_POST.matcher(line.plain()).matches()) {
                begin = i;
            } else if (begin >= 0
                    || !(line.isCapitals() || NAME.matcher(line.text()).matches())) {
                break;
            }
        }
        return begin;
    }

    private static List<String> from(DocumentText text, int first) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < Math.min(first + MOST_LINES, text.size()); i++) {
            DocumentText.Line line = text.line(i);
            boolean sameCell = line.kind() == Block.Kind.ROW && !line.opens();
            if (!line.isCapitals()
                    || (i > first && isAnothers(line, text.line(first)))
                    || !(sameCell || isOfASignature(line, lines.isEmpty()))) {
                break;
            }
            lines.add(line.text()
                    .replaceFirst("^(KT|TM|TL|TUQ|Q)\\s?\\.\\s?", "$1. ")
                    .strip());
        }
        return lines;
    }

    /** "KT. BỘ TRƯỞNG" below "KT. BỘ TRƯỞNG": two sign side by side. */
    private static boolean isAnothers(DocumentText.Line line, DocumentText.Line first) {
        return line.opens()
                && WITH_POST.matcher(line.plain()).matches()
                && line.plain()
                        .startsWith(first.plain()
                                .substring(0, Math.min(2, first.plain().length())));
    }

    private static boolean isOfASignature(DocumentText.Line line, boolean first) {
        return first
                || FOR.matcher(line.plain()).matches()
                || POST.matcher(line.plain()).matches();
    }
}
