package danvan.library.imports.structure;

import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the documents in a file, and in each what is no text of it: the letterhead, who receives it, who signed. A decision
 * and the rules it enacts both have an article 1; they are different places.
 */
final class Parts {
    private static final int HEAD_LINES = 45;
    private static final int ENACTED_WITHIN = 10;
    private static final int SHORT = 120;
    private static final int LONG = 200;

    private static final Pattern ANNEX = Pattern.compile(
            "^((?:phu luc|phu bieu|bieu mau|mau so|mau bieu|bieu so|mau)(?: so)?(?: (?:[ivxlc]{1,6}|\\d{1,3}[a-z]?)(?:[./-][\\divxlca-z-]{1,12}){0,3})?)(?:\\s?[.:)-].*)?$");
    private static final Pattern RULES = Pattern.compile(
            "^(quy che|quy dinh|dieu le|noi quy|quy trinh|quy uoc|quy tac|de an|chuong trinh|ke hoach|huong dan|danh muc|danh sach|phuong an|bo tieu chi|tieu chi|bang gia|bieu gia|thoa uoc|quy chuan|ban quy dinh)\\b.*");
    private static final Pattern ENACTED = Pattern.compile(
            "(?:^|\\()\\s?(?:duoc )?(?:ban hanh|kem|phe duyet|dinh kem)\\b.{0,40}\\b(?:theo|tai)\\b|(?:^|\\()\\s?kem theo ");
    private static final Pattern MOTTO = Pattern.compile(
            "cong hoa xa hoi chu nghia|doc lap\\s*[-.]\\s*tu do|dang cong san viet nam|viet nam dan chu cong hoa");
    private static final Pattern NUMBER =
            Pattern.compile("^(?:luat |lenh |phap lenh )?s[o6]\\s?[:.]?\\s?[\\d./…_-].*|^(?:luat )?so\\s?:.*");
    private static final Pattern DAY =
            Pattern.compile("(?:^|.*, ?)ngay\\s?[\\d./…_ ]{0,8}thang\\s?[\\d./…_ ]{0,8}nam\\b.*");
    private static final Pattern KIND = Pattern.compile(
            "^(?:luat|bo luat|phap lenh|lenh|sac lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|thong tri|quy che|quy dinh|ke hoach|huong dan|thong bao|bao cao|to trinh|cong van|de an|chuong trinh|ket luan|tuyen bo|loi keu goi|van ban hop nhat|phuong an|du an|cong dien|giay moi|bien ban|hop dong|phu luc|dieu le|thong cao|ban ghi nho)\\b.*");
    private static final Pattern SUBJECT =
            Pattern.compile("^v\\s?/\\s?v\\b.*|.* v/v .*|^kinh gui\\b.*|^(?:can cu|xet de nghi|theo de nghi)\\b.*");
    private static final Pattern BESIDE_THE_MOTTO = Pattern.compile("^(?:v\\s?/\\s?v|ve viec)\\b.*|.* v/v .*");
    private static final Pattern RECIPIENTS = Pattern.compile("^\\*?noi nhan\\s?(?::.*|$)");
    private static final Pattern SIGNS = Pattern.compile(
            "^(?:t/m|tm|k/t|kt|t/l|tl|tuq|t\\.m|k\\.t|t\\.l|q)\\b\\s?[./]?\\s?\\S.*|^(?:thay mat )?(?:pho )?(?:bi thu|chu tich|truong ban|giam doc|chanh van phong|bo truong|thu truong|thu tuong|hieu truong|truong phong|tong bi thu|chu nhiem|tong thanh tra|vien truong|chanh an|cuc truong|tong giam doc|truong doan|chi huy truong)\\b.{0,60}");
    private static final Pattern SIGNED =
            Pattern.compile("^\\(?\\s?(?:da ky|ky ten|ky, dong dau|ky ten, dong dau)\\b.*");

    private static final Pattern LABEL_NUMBER = Pattern.compile("(?U)\\s(?:[IVXLC]{1,6}\\b|\\d)");

    private final List<Line> lines;
    private final List<String> plain = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    private Parts(List<Line> lines) {
        this.lines = new ArrayList<>(lines);
        lines.forEach(line -> plain.add(Plain.of(line.text())));
    }

    static List<Part> of(List<Line> lines) {
        return new Parts(lines).parts();
    }

    private List<Part> parts() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        List<String> names = new ArrayList<>(List.of(""));
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isText()) {
                continue;
            }
            Optional<String> label = label(i, begun);
            boolean again = label.isPresent()
                    && i - starts.get(starts.size() - 1) <= 3
                    && label.get().equals(names.get(names.size() - 1));
            if (label.isPresent() && !again) {
                int start = begun ? withHead(i, starts.get(starts.size() - 1)) : 0;
                if (start == 0) {
                    names.set(0, unique(label.get()));
                } else {
                    starts.add(start);
                    names.add(unique(label.get()));
                }
            }
            begun |= begins(i);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            letterhead(starts.get(i), end);
            closing(starts.get(i), end);
            parts.add(new Part(names.get(i), lines.subList(starts.get(i), end)));
        }
        return parts;
    }

    /** Whether the first document is under way there: what follows may be another. */
    private boolean begins(int i) {
        return Mark.of(lines.get(i).text()).isPresent()
                || RECIPIENTS.matcher(plain.get(i)).matches()
                || lines.get(i).text().length() > LONG;
    }

    private Optional<String> label(int i, boolean begun) {
        String text = lines.get(i).text();
        if (text.length() > SHORT || !Character.isUpperCase(text.codePointAt(0))) {
            return Optional.empty();
        }
        Matcher annex = ANNEX.matcher(plain.get(i));
        if (annex.matches() && (annex.end(1) == text.length() || Plain.isCapitals(text)) && (begun || i < 3)) {
            return Optional.of(name(text.substring(0, annex.end(1))));
        }
        Matcher rules = RULES.matcher(plain.get(i));
        if (begun && rules.matches() && Plain.isCapitals(text) && isEnacted(i)) {
            return Optional.of(name(text.substring(0, rules.end(1))));
        }
        return Optional.empty();
    }

    /** "(Ban hành kèm theo Quyết định số …)" below the title. */
    private boolean isEnacted(int title) {
        for (int i = title + 1; i < Math.min(lines.size(), title + ENACTED_WITHIN); i++) {
            if (ENACTED.matcher(plain.get(i)).find()) {
                return true;
            }
            if (Mark.of(lines.get(i).text()).isPresent()) {
                return false;
            }
        }
        return false;
    }

    /** "PHỤ LỤC II" is "Phụ lục II". */
    private static String name(String title) {
        String one = title.replaceAll("\\s+", " ").strip();
        int number = one.length();
        Matcher digits = LABEL_NUMBER.matcher(one);
        if (digits.find()) {
            number = digits.start();
        }
        return Plain.sentence(one.substring(0, number)) + one.substring(number);
    }

    private String unique(String label) {
        int seen = labels.merge(label, 1, Integer::sum);
        return seen == 1 ? label : label + " (" + seen + ")";
    }

    /** An enacted document may have a letterhead of its own above its title. */
    private int withHead(int title, int after) {
        int start = title;
        while (start - 1 > after
                && title - start < 8
                && (isHead(start - 1) || !lines.get(start - 1).isText())) {
            start--;
        }
        return start;
    }

    private boolean isHead(int i) {
        String text = plain.get(i);
        return MOTTO.matcher(text).find()
                || (text.length() < SHORT
                        && (NUMBER.matcher(text).matches() || DAY.matcher(text).matches()));
    }

    /** What stands above the kind and the title: capitals, the motto, the number, the day. */
    private void letterhead(int from, int end) {
        int title = -1;
        boolean official = false;
        for (int i = from; i < Math.min(end, from + HEAD_LINES) && title < 0; i++) {
            boolean capitals = Plain.isCapitals(lines.get(i).text());
            official |= isHead(i);
            if ((KIND.matcher(plain.get(i)).matches() && capitals && !isHead(i))
                    || SUBJECT.matcher(plain.get(i)).matches()
                    || Mark.of(lines.get(i).text()).isPresent()) {
                title = i;
            }
        }
        if (!official || title < 0) {
            return;
        }
        if (BESIDE_THE_MOTTO.matcher(plain.get(title)).matches()) {
            // A letter's subject stands in the left column, which comes before the motto and the day in the right one.
            for (int i = title + 1; i < Math.min(end, title + HEAD_LINES) && !endsAHead(i); i++) {
                if (isHead(i)
                        && !NUMBER.matcher(plain.get(i)).matches()
                        && lines.get(i).isText()) {
                    lines.set(i, lines.get(i).as(Furniture.LETTERHEAD));
                }
            }
        }
        for (int i = from; i < title; i++) {
            String text = lines.get(i).text();
            boolean head = isHead(i) || (text.length() < SHORT && Plain.isCapitals(text));
            // The number stays with the title: people ask for it.
            boolean number = NUMBER.matcher(plain.get(i)).matches();
            if (head && !number && lines.get(i).isText() && lines.get(i).heading() == 0) {
                lines.set(i, lines.get(i).as(Furniture.LETTERHEAD));
            }
        }
    }

    private boolean endsAHead(int i) {
        return plain.get(i).startsWith("kinh gui")
                || Mark.of(lines.get(i).text()).isPresent();
    }

    /** The list of who receives it and the signature, which stand side by side or one after the other. */
    private void closing(int from, int end) {
        // A guide to writing documents shows how the list is written before it ends in its own.
        for (int i = end - 1; i >= from; i--) {
            if (lines.get(i).isText() && RECIPIENTS.matcher(plain.get(i)).matches()) {
                signatureAbove(i, from);
                recipients(i, end);
                break;
            }
        }
        int last = lastSignature(from, end);
        if (last >= 0) {
            signature(last, end);
        }
    }

    private void recipients(int from, int end) {
        boolean signed = false;
        for (int i = from; i < end; i++) {
            String text = lines.get(i).text();
            if (!lines.get(i).isText()) {
                continue;
            }
            boolean goesOn = text.startsWith("-") || (Mark.of(text).isEmpty() && text.length() <= LONG);
            if (i > from && (!goesOn || isRow(i))) {
                return;
            }
            signed = !text.startsWith("-")
                    && !text.startsWith("+")
                    && (signed || isSignature(i) || (i > from && Plain.isCapitals(text)));
            lines.set(i, lines.get(i).as(signed ? Furniture.SIGNATURE : Furniture.RECIPIENTS));
        }
    }

    private boolean isSignature(int i) {
        return Plain.isCapitals(lines.get(i).text())
                && lines.get(i).text().length() < SHORT
                && SIGNS.matcher(plain.get(i)).matches();
    }

    /** Where the signature was read before the list beside it. */
    private void signatureAbove(int recipients, int from) {
        int top = -1;
        for (int i = recipients - 1; i >= Math.max(from, recipients - 10) && isPartOfSignature(i); i--) {
            top = isSignature(i) ? i : top;
        }
        if (top >= 0) {
            signature(top, recipients);
        }
    }

    private boolean isRow(int i) {
        return lines.get(i).row();
    }

    private boolean isPartOfSignature(int i) {
        String text = lines.get(i).text();
        return !lines.get(i).isText()
                || (!isRow(i)
                        && text.length() < 60
                        && Mark.of(text).isEmpty()
                        && (Plain.isCapitals(text)
                                || SIGNED.matcher(plain.get(i)).matches()
                                || isName(text)));
    }

    private static boolean isName(String text) {
        String[] words = text.split(" ", -1);
        if (words.length < 2 || words.length > 8) {
            return false;
        }
        for (String word : words) {
            if (word.isEmpty() || !Character.isUpperCase(word.codePointAt(0))) {
                return false;
            }
        }
        return ".,;:".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /** Where nobody is named as receiving it, the document ends in the signature. */
    private int lastSignature(int from, int end) {
        int top = -1;
        for (int i = end - 1; i >= Math.max(from, end - 14) && isPartOfSignature(i); i--) {
            top = lines.get(i).isText() && isSignature(i) ? i : top;
        }
        return top;
    }

    private void signature(int from, int end) {
        for (int i = from; i < end; i++) {
            if (lines.get(i).isText()) {
                lines.set(i, lines.get(i).as(Furniture.SIGNATURE));
            }
        }
    }
}
