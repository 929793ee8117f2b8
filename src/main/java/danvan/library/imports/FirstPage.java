package danvan.library.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a Vietnamese administrative document is: the head of its first page and the signature at its end, in the
 * layouts of Decree 30/2020/NĐ-CP and of the Party's documents, with or without diacritics, in two columns or what a
 * converter made of them.
 */
final class FirstPage {
    private static final int HEAD_LINES = 45;

    /** A number: digits, perhaps the year, then the letters that say kind and office. */
    static final String NUMBER =
            "\\d{1,5}[a-z]?(?:\\s?[/-]\\s?(?:19|20)\\d\\d)?\\s?[/-]\\s?[a-z]{1,8}\\d{0,2}(?:\\s?[-/]\\s?[a-z][a-z0-9&]{0,14}){0,3}";

    private static final Pattern OWN_NUMBER =
            Pattern.compile("(?:^|[^a-z])s[o6]\\s*[:.]?\\s*(" + NUMBER + ")(?![a-z0-9])");
    private static final Pattern DATE = Pattern.compile(
            "(?:([a-z][a-z .'-]{1,40}?)\\s*,\\s*)?ngay\\s*(\\d{1,2})\\s*(?:thang\\s*|[/.-])(\\d{1,2})\\s*(?:nam\\s*|[/.-])((?:19|20)\\d\\d)");
    private static final Pattern MOTTO = Pattern.compile(
            "cong hoa xa hoi chu nghia viet nam|doc lap\\s*-\\s*tu do\\s*-\\s*hanh phuc|dang cong san viet nam");
    private static final Pattern SUBJECT_OF_A_LETTER =
            Pattern.compile("^v\\s?/\\s?v\\s*:?\\s*|^(?:ve|vv) viec\\s*:?\\s+");
    private static final Pattern BODY = Pattern.compile(
            "^(?:can cu|kinh gui|xet de nghi|theo de nghi|dieu 1\\b|chuong [i1]\\b|phan (?:thu nhat|[i1])\\b|[ia1]\\s*[.)-]\\s|thuc hien )");
    private static final Pattern RULE = Pattern.compile("^[\\s*_=.\\-–—]+$");
    private static final Pattern SIGNS = Pattern.compile(
            "^(?:t/m|tm|k/t|kt|t/l|tl|tuq|tu|q)\\s*[./]?\\s+\\S.*|^(?:bi thu|pho bi thu|chu tich|pho chu tich|truong ban|pho truong ban"
                    + "|giam doc|pho giam doc|chanh van phong|bo truong|thu truong|thu tuong|hieu truong|pho hieu truong|truong phong|tong bi thu).{0,40}");
    private static final Pattern REPLACES =
            Pattern.compile("(?:thay the|bai bo)(?: cho)? [^.;]{0,60}?so\\s*:?\\s*(" + NUMBER + ")");
    private static final Pattern AMENDS =
            Pattern.compile("sua doi(?:, bo sung)?[^.;]{0,80}?so\\s*:?\\s*(" + NUMBER + ")");
    private static final Pattern IN_FORCE = Pattern.compile(
            "co hieu luc (?:thi hanh )?(?:ke )?tu ngay\\s+(?:(ky|ban hanh)|(\\d{1,2})\\s*(?:thang\\s*|[/.-])(\\d{1,2})\\s*(?:nam\\s*|[/.-])((?:19|20)\\d\\d))");

    private final List<String> lines = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    /** Which line is the first of its block. */
    private final Set<Integer> opening = new HashSet<>();

    private FirstPage(List<Block> blocks) {
        for (Block block : blocks) {
            opening.add(lines.size());
            for (String cell : block.cells()) {
                for (String line : cell.lines().toList()) {
                    if (!line.isBlank()) {
                        lines.add(line.strip());
                        plain.add(Plain.of(line.strip()));
                    }
                }
            }
        }
    }

    static DocumentMetadata read(List<Block> blocks) {
        return new FirstPage(blocks).metadata();
    }

    /** "ĐA/TU" of "08-ĐA/TU". */
    static String symbolOf(String number) {
        return number.replaceFirst("^\\d+[A-Za-z]?\\s*(?:[/-]\\s*(?:19|20)\\d\\d)?\\s*[/-]\\s*", "");
    }

    private DocumentMetadata metadata() {
        int head = Math.min(HEAD_LINES, lines.size());
        int numberAt = -1;
        String number = "";
        for (int i = 0;
                i < head && number.isEmpty() && !BODY.matcher(plain.get(i)).find();
                i++) {
            Matcher found = OWN_NUMBER.matcher(plain.get(i));
            if (found.find()) {
                number = lines.get(i).substring(found.start(1), found.end(1)).replaceAll("\\s", "");
                numberAt = i;
            }
        }
        int dateAt = -1;
        String place = "";
        String issued = "";
        boolean inBody = false;
        for (int i = 0; i < head && dateAt < 0; i++) {
            inBody |= BODY.matcher(plain.get(i)).find();
            Matcher found = DATE.matcher(plain.get(i));
            // In the text other documents' days stand; its own is there only as "An Lạc, ngày …" above the signature.
            if (found.find() && (!inBody || found.group(1) != null)) {
                issued = day(found, 2);
                place = found.group(1) == null
                        ? ""
                        : placeIn(lines.get(i).substring(found.start(1), found.end(1)), number);
                dateAt = i;
            }
        }
        KindAndSubject named = kindAndSubject(Math.max(numberAt, dateAt) + 1, head, number);
        String text = String.join(" ", plain);
        return new DocumentMetadata(
                number,
                symbolOf(number),
                named.kind,
                Issuer.of(issuerLines(numberAt, head)),
                place,
                issued,
                inForce(text, issued),
                named.subject,
                post(),
                numbers(REPLACES, number),
                numbers(AMENDS, number));
    }

    private static String day(Matcher date, int group) {
        try {
            return LocalDate.of(
                            Integer.parseInt(date.group(group + 2)),
                            Integer.parseInt(date.group(group + 1)),
                            Integer.parseInt(date.group(group)))
                    .toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Two columns may have run into one line: "Số 08-ĐA/TU Thái Bình, ngày …". */
    private static String placeIn(String before, String number) {
        String place =
                before.replaceFirst("(?iu)^.*?s[ốo]\\s*[:.]?\\s*\\d\\S*", "").strip();
        String symbol = symbolOf(number);
        int at = symbol.isEmpty() ? -1 : place.lastIndexOf(symbol);
        return at < 0 ? place : place.substring(at + symbol.length()).strip();
    }

    private record KindAndSubject(String kind, String subject) {}

    private KindAndSubject kindAndSubject(int from, int head, String number) {
        for (int i = 0; i < head; i++) {
            Matcher letter = SUBJECT_OF_A_LETTER.matcher(plain.get(i));
            if (letter.find()
                    && i < from + 4
                    && Kinds.at(plain.get(Math.max(0, i - 1))).isEmpty()) {
                String first = lines.get(i).substring(letter.end());
                return new KindAndSubject(Kinds.ofSymbol(symbolOf(number)).orElse("Công văn"), joined(first, i + 1));
            }
        }
        for (int i = from; i < head; i++) {
            Optional<String> kind = Kinds.at(plain.get(i));
            if (kind.isPresent() && Plain.isCapitals(lines.get(i))) {
                String rest = lines.get(i)
                        .substring(Math.min(lines.get(i).length(), kind.get().length()))
                        .strip();
                return new KindAndSubject(kind.get(), subject(rest, i + 1));
            }
            if (BODY.matcher(plain.get(i)).find()) {
                break;
            }
        }
        return new KindAndSubject(Kinds.ofSymbol(symbolOf(number)).orElse(""), "");
    }

    private String subject(String rest, int from) {
        StringBuilder subject = new StringBuilder(rest);
        for (int i = from; i < Math.min(from + 6, lines.size()); i++) {
            String line = lines.get(i);
            boolean over = RULE.matcher(line).matches()
                    || BODY.matcher(plain.get(i)).find()
                    || (subject.length() > 0 && opensTheBody(i))
                    || (Plain.isCapitals(line) && subject.length() > 0 && !Plain.isCapitals(subject.toString()))
                    || (subject.length() > 0
                            && plain.get(i)
                                    .matches("^(?:ban thuong vu|ubnd|uy ban nhan dan|hoi dong nhan dan|chu tich).*")
                            && Plain.isCapitals(line));
            if (over && subject.length() > 0) {
                break;
            }
            if (!over) {
                subject.append(subject.length() == 0 ? "" : " ").append(line);
            }
            if (line.endsWith(".") || line.endsWith(";")) {
                break;
            }
        }
        return tidy(subject.toString());
    }

    /** A paragraph of its own that is a sentence. */
    private boolean opensTheBody(int at) {
        return opening.contains(at)
                && Character.isUpperCase(lines.get(at).codePointAt(0))
                && lines.get(at).matches(".*[.:;]");
    }

    private String joined(String first, int from) {
        StringBuilder subject = new StringBuilder(first);
        for (int i = from; i < Math.min(from + 3, lines.size()); i++) {
            boolean over = MOTTO.matcher(plain.get(i)).find()
                    || DATE.matcher(plain.get(i)).find()
                    || RULE.matcher(lines.get(i)).matches()
                    || BODY.matcher(plain.get(i)).find()
                    || !Character.isLowerCase(lines.get(i).codePointAt(0));
            if (over) {
                break;
            }
            subject.append(' ').append(lines.get(i));
        }
        return tidy(subject.toString());
    }

    private static String tidy(String subject) {
        String one = subject.replaceAll("\\s+", " ").replaceAll("^[-–:*\\s]++|(?<![-–*\\s])[-–*\\s]++$", "");
        String said = Plain.isCapitals(one) ? Plain.sentence(one) : one;
        return said.length() > 400 ? said.substring(0, 400) : said;
    }

    /** What stands above the number, the country's and the Party's names aside. */
    private List<String> issuerLines(int numberAt, int head) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.min(numberAt < 0 ? 6 : numberAt, head); i++) {
            String line = lines.get(i);
            Matcher motto = MOTTO.matcher(plain.get(i));
            if (motto.find()) {
                line = line.substring(0, motto.start()).strip();
            }
            if (!line.isEmpty()
                    && Plain.isCapitals(line)
                    && !RULE.matcher(line).matches()
                    && Kinds.at(Plain.of(line)).isEmpty()) {
                found.add(line);
            }
        }
        return found;
    }

    private String inForce(String text, String issued) {
        Matcher found = IN_FORCE.matcher(text);
        if (!found.find()) {
            return "";
        }
        return found.group(1) != null ? issued : day(found, 2);
    }

    private List<String> numbers(Pattern pattern, String own) {
        List<String> found = new ArrayList<>();
        String text = String.join(" ", lines);
        Matcher matcher = pattern.matcher(Plain.of(text));
        while (matcher.find() && found.size() < 20) {
            String number = text.substring(matcher.start(1), matcher.end(1)).replaceAll("\\s", "");
            if (!number.equalsIgnoreCase(own) && !found.contains(number)) {
                found.add(number);
            }
        }
        return found;
    }

    /** The last lines in capitals that begin as a signature does; the name below is nobody's business here. */
    private String post() {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 400); i--) {
            if (!Plain.isCapitals(lines.get(i)) || !SIGNS.matcher(plain.get(i)).matches()) {
                continue;
            }
            int first = i;
            while (first > 0
                    && i - first < 3
                    && Plain.isCapitals(lines.get(first - 1))
                    && SIGNS.matcher(plain.get(first - 1)).matches()) {
                first--;
            }
            return String.join(" – ", lines.subList(first, i + 1));
        }
        return "";
    }
}
