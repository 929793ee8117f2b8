package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
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

    static final int MOST_LINES = 5;

    private SignerPost() {}

    /** Whether a line in capitals begins a signature for certain: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH" alone. */
    static boolean signs(DocumentText.Line line) {
        String plain = line.plain();
        return WITH_POST.matcher(plain).matches()
                || (plain.matches("^(?:" + POSTS + ")$") && line.text().length() < 40);
    }

    /** The signature at the end of the main part; those of bound forms come later, and samples in a guide before. */
    static String of(DocumentText text, MainPart main) {
        int behind = Math.min(text.size(), main.signed + MOST_RECIPIENTS);
        for (int i = main.signed; i < behind; i++) {
            if (text.line(i).isCapitals() && signs(text.line(i))) {
                return from(text, i);
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
        return first < 0 ? "" : from(text, first);
    }

    private static String from(DocumentText text, int first) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < Math.min(first + MOST_LINES, text.size()); i++) {
            DocumentText.Line line = text.line(i);
            boolean sameCell = line.kind() == Block.Kind.ROW && !line.opens();
            if (!line.isCapitals() || !(sameCell || isOfASignature(line, lines.isEmpty()))) {
                break;
            }
            lines.add(line.text()
                    .replaceFirst("^(KT|TM|TL|TUQ|Q)\\s?\\.\\s?", "$1. ")
                    .strip());
        }
        return String.join(" – ", lines);
    }

    private static boolean isOfASignature(DocumentText.Line line, boolean first) {
        return first
                || FOR.matcher(line.plain()).matches()
                || POST.matcher(line.plain()).matches();
    }
}
