package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document is about: the lines behind its kind, or behind "V/v" of a letter. */
final class SubjectLines {
    private static final int MOST_LINES = 9;
    private static final int LONGEST = 600;
    private static final Pattern ENCLOSED =
            Pattern.compile("^\\(?\\s*(?:ban hanh )?(?:kem theo|dinh kem|phe duyet kem|du thao).*");
    private static final Pattern SESSION = Pattern.compile("^(?:khoa|ky hop|nhiem ky)(?![a-z]).{0,80}$");
    /** "CỦA ĐOÀN CHỦ TỊCH … KHÓA XI": whose it is, not what it is about. */
    private static final Pattern WHOSE = Pattern.compile(
            "^cua (?:ban|uy ban|hoi|doan|bo|thu tuong|chu tich|chinh phu|quoc hoi|tinh uy|dang|so|lien|tong|ubnd|hdnd)(?![a-z]).*");

    private static final Pattern MEETING = Pattern.compile(
            "^(?:cua )?(?:hoi nghi|dai hoi|ky hop|phien hop)(?![a-z]).{0,160}|^(?:ban chap hanh|lan thu|khoa) .{0,100}");

    private static final Pattern FOREWORD =
            Pattern.compile("^(?:loi noi dau|loi mo dau|loi gioi thieu|muc luc|mo dau)$");
    private static final Pattern ABOUT = Pattern.compile("^(?:ve|vv|v/v) .*");
    private static final Pattern BASIS = Pattern.compile(
            "^[-+•\\s]{0,4}(?:thuc hien|can cu|theo|xet|nham|de|tiep tuc|trien khai) .*(?: so:?\\s{0,3}\\d|[.:;,]$).*");
    private static final Pattern UNFINISHED =
            Pattern.compile(".*(?:[,]|(?<![a-z])(?:cua|cho|va|tai|ve|trong|tren|theo|voi|den|tu|cac|quy dinh))$");

    /** @param words as they are printed */
    record Subject(String said, String words) {}

    private final DocumentText text;
    private final Letterhead head;

    SubjectLines(DocumentText text, Letterhead head) {
        this.text = text;
        this.head = head;
    }

    Subject read() {
        if (head.letterAt >= 0) {
            return letter();
        }
        if (head.kindAt < 0) {
            return new Subject("", "");
        }
        if (head.portalEnd > 0) {
            return behind(head.portalRest, head.portalEnd);
        }
        String line = text.line(head.kindAt).text();
        String rest = line.substring(Math.min(line.length(), head.kindPrinted.length()))
                .replaceFirst("^[\\s:]+", "");
        if (head.kindPrinted.equals(Kinds.ANNEX)) {
            rest = rest.replaceFirst(
                    "^(?:số\\s+|SỐ\\s+)?(?:[IVXLC]{1,6}|\\d{1,3}[A-Za-z]?)(?![\\p{L}\\d])[\\s.:-]{0,4}", "");
        }
        return WHOSE.matcher(Plain.of(rest)).matches() ? behind("", head.kindAt + 1) : behind(rest, head.kindAt + 1);
    }

    private Subject letter() {
        StringBuilder subject = new StringBuilder();
        for (int i = head.letterAt; i < Math.min(head.letterAt + MOST_LINES, text.size()); i++) {
            DocumentText.Line line = text.line(i);
            String printed = i == head.letterAt ? line.text().substring(head.letterFrom) : line.text();
            String plain = Plain.of(printed);
            Matcher motto = Letterhead.MOTTO.matcher(plain);
            var day = DocumentDates.in(plain);
            if (i > head.letterAt
                    && (Letterhead.RULE.matcher(printed).matches()
                            || Letterhead.BODY.matcher(plain).find()
                            || motto.find()
                            || (Plain.isCapitals(printed) && !Plain.isCapitals(subject.toString()))
                            || DocumentNumber.in(printed, plain)
                                    .filter(number -> number.from() == 0)
                                    .isPresent())) {
                break;
            }
            if (day.isPresent()
                    && isPlace(
                            printed.substring(day.get().placeFrom(), day.get().placeTo()))) {
                // The other column's day ran into the line.
                String before = withoutPlace(
                        printed.substring(0, day.get().from()),
                        printed.substring(day.get().placeFrom(), day.get().placeTo()));
                append(subject, before);
                if (i > head.letterAt) {
                    break;
                }
                continue;
            }
            append(subject, printed);
        }
        return tidy(subject.toString());
    }

    /** "…, ngày …" behind a name, and not behind any other words of the subject. */
    private static boolean isPlace(String before) {
        String[] words = before.strip().split("\\s+", -1);
        String last = words[words.length - 1];
        return !last.isEmpty() && Character.isUpperCase(last.codePointAt(0)) && !Plain.isCapitals(last);
    }

    /** "công tác dân vận Hưng Yên, ngày …": the place is the last words that are written large. */
    private static String withoutPlace(String before, String placed) {
        String[] words = placed.strip().split("\\s+");
        int first = words.length;
        while (first > 0 && !words[first - 1].isEmpty() && Character.isUpperCase(words[first - 1].codePointAt(0))) {
            first--;
        }
        return (before + " " + String.join(" ", java.util.Arrays.asList(words).subList(0, first))).strip();
    }

    private Subject behind(String rest, int from) {
        boolean begun = Plain.isCapitals(rest) && rest.split("\\s+", -1).length <= 3;
        StringBuilder subject = new StringBuilder(rest);
        for (int i = from; i < Math.min(from + MOST_LINES, text.size()); i++) {
            DocumentText.Line line = text.line(i);
            if (subject.length() == 0 && isNoise(i, line)) {
                continue;
            }
            if (isOver(i, line, subject.toString())) {
                break;
            }
            if (begun && !line.isCapitals()) {
                // "CHƯƠNG TRÌNH PHỐI HỢP" goes on in small letters.
                subject.replace(0, subject.length(), Plain.sentence(rest));
                append(subject, goingOn(line.text()));
            } else {
                append(subject, line.text());
            }
            begun = false;
            if (line.text().endsWith(";") || line.text().endsWith("./.") || subject.length() > LONGEST) {
                break;
            }
        }
        return tidy(subject.toString());
    }

    /** The first letter small, unless the line begins with a name. */
    private static String goingOn(String line) {
        String[] words = line.split(" ", 3);
        boolean sentence = words.length > 1
                && !words[1].isEmpty()
                && Character.isLowerCase(words[1].codePointAt(0))
                && !Issuer.begins(line)
                && Kinds.at(Plain.of(line)).isEmpty();
        return sentence ? Character.toLowerCase(line.charAt(0)) + line.substring(1) : line;
    }

    private boolean isNoise(int at, DocumentText.Line line) {
        return Letterhead.RULE.matcher(line.text()).matches()
                || (WHOSE.matcher(line.plain()).matches() && line.isCapitals())
                || isMeeting(at, line)
                || at == head.dayAt
                || at == head.numberAt
                || Letterhead.MOTTO.matcher(line.plain()).matches();
    }

    /** "HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XI", then what its resolution is about. */
    private boolean isMeeting(int at, DocumentText.Line line) {
        boolean meeting = line.isCapitals() && MEETING.matcher(line.plain()).matches();
        for (int i = at + 1; meeting && i < Math.min(at + 3, text.size()); i++) {
            if (ABOUT.matcher(text.line(i).plain()).matches()) {
                return true;
            }
        }
        return false;
    }

    private boolean isOver(int at, DocumentText.Line line, String soFar) {
        String plain = line.plain();
        if (Letterhead.RULE.matcher(line.text()).matches()
                || Letterhead.BODY.matcher(plain).find()
                || ENCLOSED.matcher(plain).matches()
                || at == head.dayAt
                || at == head.numberAt
                || FOREWORD.matcher(plain).matches()
                || (BASIS.matcher(plain).matches()
                        && Character.isUpperCase(firstLetter(line.text()))
                        && !line.isCapitals()
                        && !(soFar.isEmpty() && isTitle(at)))) {
            return true;
        }
        if (soFar.isEmpty()) {
            return repeatsTheIssuer(at, line)
                    || (head.portalEnd > 0 && line.isCapitals() && Issuer.begins(line.text()))
                    || (opensTheText(line) && line.text().length() > 120)
                    || endsAsAnOrder(line);
        }
        if (line.kind() == Block.Kind.ROW && line.cells() > 1) {
            return true;
        }
        boolean unfinished = UNFINISHED.matcher(Plain.of(soFar)).matches();
        if (opensTheText(line) || endsAsAnOrder(line) || (line.text().length() > 250 && line.opens())) {
            return true;
        }
        if (line.isCapitals() && !Plain.isCapitals(soFar) && at > head.kindAt + 1) {
            return true;
        }
        if (!line.isCapitals() && Plain.isCapitals(soFar)) {
            // "KẾ HOẠCH CÔNG TÁC" and its second line in small letters are one; a new sentence is not.
            return (Character.isUpperCase(firstLetter(line.text())) && soFar.split(" ", -1).length > 3)
                    || (!unfinished && line.opens() && line.kind() == Block.Kind.HEADING);
        }
        return !unfinished && repeatsTheIssuer(at, line);
    }

    /** "Thực hiện Chỉ thị số …" is a title where its paragraph does not end as a sentence does. */
    private boolean isTitle(int at) {
        int last = at;
        while (last + 1 < text.size()
                && last - at < MOST_LINES
                && !text.line(last + 1).opens()
                && !text.line(last + 1).isCapitals()
                && !Letterhead.RULE.matcher(text.line(last + 1).text()).matches()) {
            last++;
        }
        String end = text.line(last).text();
        return last - at < MOST_LINES && ".:;,".indexOf(end.charAt(end.length() - 1)) < 0;
    }

    private static int firstLetter(String line) {
        return line.codePoints().filter(Character::isLetter).findFirst().orElse('a');
    }

    /** "QUYẾT ĐỊNH:", "SẮC:", "ĐỊNH RẰNG:". */
    private static boolean endsAsAnOrder(DocumentText.Line line) {
        return line.isCapitals() && line.text().endsWith(":");
    }

    /** A paragraph of its own that is a sentence. */
    private static boolean opensTheText(DocumentText.Line line) {
        return line.opens()
                && Character.isUpperCase(line.text().codePointAt(0))
                && !line.isCapitals()
                && line.text().matches(".*[.:;,]");
    }

    /** The issuer in capitals, with nothing but the basis of the document behind it. */
    private boolean repeatsTheIssuer(int at, DocumentText.Line line) {
        if (!line.isCapitals() || !Issuer.begins(line.text())) {
            return false;
        }
        for (int i = at + 1; i < Math.min(at + 4, text.size()); i++) {
            DocumentText.Line next = text.line(i);
            if (Letterhead.BODY.matcher(next.plain()).find()
                    || SESSION.matcher(next.plain()).matches()
                    || BASIS.matcher(next.plain()).matches()) {
                return true;
            }
            if (!next.isCapitals() && !Letterhead.RULE.matcher(next.text()).matches()) {
                return false;
            }
        }
        return false;
    }

    private static void append(StringBuilder subject, String line) {
        subject.append(subject.length() == 0 || line.isEmpty() ? "" : " ").append(line.strip());
    }

    private Subject tidy(String printed) {
        String one = printed.replaceAll("\\s+", " ")
                .replaceAll("^[-–:*.\\s]++|(?<![-–*\\s])[-–*\\s]++$", "")
                .replaceAll("(?:\\./\\.|(?<!\\.)\\.|;|:)$", "")
                .strip();
        one = withoutEnclosure(one);
        one = one.endsWith(")") && one.indexOf('(') < 0 ? one.substring(0, one.length() - 1) : one;
        one = one.replaceFirst("^[Vv]\\s?/\\s?[Vv]\\s{0,2}[:.]?\\s{0,2}(?=\\p{L})", "Về việc ");
        String said = Plain.isCapitals(one) ? VietnameseCapitals.title(one, bodyText()) : one;
        return new Subject(said.length() > LONGEST ? said.substring(0, LONGEST) : said, one);
    }

    private static String withoutEnclosure(String subject) {
        String plain = Plain.of(subject);
        int at = Math.max(plain.indexOf("(ban hanh kem theo"), plain.indexOf("(kem theo"));
        return at <= 0 ? subject : subject.substring(0, at).strip();
    }

    private String bodyText() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < text.size() && body.length() < 60_000; i++) {
            if (!text.line(i).isCapitals()) {
                body.append(text.line(i).text()).append('\n');
            }
        }
        return body.toString();
    }
}
