package danvan.library.imports.recognition;

import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document does to others: which end with it, which it changes, which of their articles it repeals. Only what it says
 * in its own voice counts: "được sửa đổi bởi" is the opposite of "sửa đổi", and a basis does nothing.
 */
final class Relations {
    private static final Pattern ENDS = Pattern.compile("(?<![a-z])(?:thay the|bai bo|huy bo)(?: cho)?(?![a-z])");
    private static final Pattern PASSIVE_BEFORE =
            Pattern.compile("(?<![a-z])(?:duoc|bi|khi|neu|hoac|va sua doi|bo sung,|bo sung hoac)\\s{0,2}$");
    private static final Pattern BY_OTHERS = Pattern.compile("^\\s{0,2}(?:boi|bang|theo|tai)(?![a-z])");
    private static final Pattern BY_THIS = Pattern.compile("^\\s{0,2}(?:boi|bang) [a-z ]{2,24}nay(?![a-z])");
    private static final Pattern LAPSES =
            Pattern.compile("(?<![a-z])(?:het hieu luc|cham dut hieu luc|khong con hieu luc)(?: thi hanh)?(?![a-z])");
    private static final Pattern LAPSED_WITH =
            Pattern.compile("^\\s{0,2}(?:thi hanh )?(?:ke )?(?:tu|vao|khi)(?: ngay)? ");
    /** "Nghị định số … hết hiệu lực.", said and not told: "đã hết hiệu lực" is another's doing. */
    private static final Pattern LAPSED_HERE = Pattern.compile("^\\s{0,2}(?:thi hanh\\s{0,2})?[.;/]{0,3}\\s{0,2}$");

    private static final Pattern TOLD =
            Pattern.compile("(?<![a-z])(?:da|khi|neu|chua|se|bi|hoac|nay|do|ma|van ban)\\s{1,2}$");
    /** Places within a document: what is repealed there is no end of the whole. */
    private static final Pattern PLACE = Pattern.compile(
            "(?<![a-z])(?:mot so|noi dung|quy dinh tai|cac quy dinh|cum tu|tu|diem|khoan|dieu|muc|chuong|phan|phu luc|bieu|mau so|bieu mau|thu tuc|doan|gach dau dong)(?![a-z])");

    private static final Pattern PRECISE = Pattern.compile(
            "^(?:(?:cac )?(?:diem|khoan|dieu|muc|chuong|phu luc|doan)(?![a-z])[a-z0-9đ ,;]{0,220}?)(?=\\s(?:cua|tai|ban hanh)\\s|\\s[a-z ]{0,30}so )");
    private static final Pattern AMENDS = Pattern.compile(
            "(?<![a-z])(?:sua doi(?:,? bo sung| va bo sung)?|bo sung|dinh chinh|thay the cum tu|bai bo cum tu)(?![a-z])");
    private static final Pattern OPENS_AMENDING = Pattern.compile(
            "^(?:(?:dieu|khoan) \\d{1,3}[a-z]?[.:]?\\s{0,2}|\\d{1,3}[.)]\\s{0,2}|[a-z]{1,2}\\)\\s{0,2}|[-–+•]\\s{0,2}|ve viec |v/v ){0,6}(?:sua doi|bo sung|dinh chinh|thay the cum tu|bai bo cum tu).*");
    private static final Pattern CHANGED_BY =
            Pattern.compile("duoc sua doi,? ?(?:va )?bo sung(?: mot so dieu)?(?: boi| theo)?\\s{0,2}:");
    /** "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của …": the title of what amends, with the numbers it leaves out. */
    private static final Pattern ENACTS_AMENDING = Pattern.compile(
            "^.{0,200}(?<![a-z])ban hanh (?:bo luat|luat|phap lenh|nghi (?:quyet|dinh)|thong tu|quyet dinh|quy dinh|quy che)(?: lien tich)? (?:sua doi|bo sung)(?![a-z]).*");

    /** "Các Nghị định, Quyết định sau hết hiệu lực kể từ ngày …:". */
    private static final Pattern FOLLOWING = Pattern.compile(
            ".*(?<![a-z])(?:van ban|quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|luat|phap lenh|quy dinh|huong dan)(?: quy pham phap luat)?(?: sau(?: day)?| duoi day)(?: (?:cua|do) .{0,120})?\\s{0,2}$");

    private static final int MOST = 60;

    private final String own;
    private final Set<String> replaces = new LinkedHashSet<>();
    private final Set<String> amends = new LinkedHashSet<>();
    private final List<DocumentMetadata.Repeal> repeals = new ArrayList<>();
    private final List<String> amendedBy = new ArrayList<>();
    private String consolidates = "";

    private Relations(String own) {
        this.own = own;
    }

    /**
     * What a document says.
     *
     * @param subject what it is about: "Sửa đổi, bổ sung một số điều của Quyết định số …"
     * @param paragraphs its own text
     */
    static Relations of(String number, String kind, String subject, List<String> paragraphs) {
        Relations read = new Relations(number);
        if (kind.equals(Kinds.CONSOLIDATED)) {
            read.consolidated(paragraphs);
        }
        if (OPENS_AMENDING.matcher(Plain.of(subject)).matches()) {
            read.amending(subject);
        }
        boolean amends = OPENS_AMENDING.matcher(Plain.of(subject)).matches();
        boolean listEnds = false;
        for (String paragraph : paragraphs) {
            if (amends && ENACTS_AMENDING.matcher(Plain.of(paragraph)).matches()) {
                read.amending(paragraph);
            }
            for (String sentence : sentences(paragraph)) {
                listEnds = read.sentence(sentence, listEnds);
            }
        }
        read.amends.removeAll(read.replaces);
        return read;
    }

    List<String> replaces() {
        return List.copyOf(replaces);
    }

    List<String> amends() {
        return List.copyOf(amends);
    }

    List<DocumentMetadata.Repeal> repeals() {
        return repeals;
    }

    List<String> amendedBy() {
        return amendedBy;
    }

    String consolidates() {
        return consolidates;
    }

    private static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i + 2 < paragraph.length(); i++) {
            boolean ends = paragraph.charAt(i) == '.'
                    && paragraph.charAt(i + 1) == ' '
                    && Character.isUpperCase(paragraph.charAt(i + 2))
                    && i - from > 8;
            if (ends) {
                sentences.add(paragraph.substring(from, i + 1));
                from = i + 2;
            }
        }
        sentences.add(paragraph.substring(from));
        return sentences;
    }

    /**
     * Reads a sentence.
     *
     * @param listed whether the one before announced a list of documents that end: "thay thế các văn bản sau:"
     * @return whether this one, or the list it stands in, goes on
     */
    private boolean sentence(String sentence, boolean listed) {
        String plain = Plain.of(sentence);
        boolean item = plain.matches("^(?:[-–+•]|\\(?\\d{1,2}[.)]|[a-z]{1,2}\\)).*");
        if (listed
                && item
                && !ENDS.matcher(plain).find()
                && !AMENDS.matcher(plain).lookingAt()) {
            listedNumbers(sentence, 0).forEach(this::ends);
            return true;
        }
        boolean announces = false;
        Matcher ends = ENDS.matcher(plain);
        int from = 0;
        while (ends.find(from)) {
            from = ends.end();
            String behind = plain.substring(ends.end());
            if (BY_THIS.matcher(behind).find()
                    && PASSIVE_BEFORE.matcher(plain.substring(0, ends.start())).find()) {
                whole(sentence, plain.substring(0, ends.start()));
            } else if (!PASSIVE_BEFORE.matcher(plain.substring(0, ends.start())).find()
                    && !BY_OTHERS.matcher(behind).find()) {
                announces |= ended(sentence, plain, ends);
            }
        }
        Matcher lapses = LAPSES.matcher(plain);
        if (lapses.find() && lapsesNow(plain, lapses)) {
            lapsed(sentence, plain, lapses.start());
            announces |= sentence.strip().endsWith(":")
                    && FOLLOWING.matcher(plain.substring(0, lapses.start())).matches();
        }
        if (OPENS_AMENDING.matcher(plain).matches() || plain.matches(".{0,60}(?<![a-z])nay (?:sua doi|bo sung).*")) {
            amending(sentence);
        }
        return announces;
    }

    private static boolean lapsesNow(String plain, Matcher lapses) {
        String behind = plain.substring(lapses.end());
        return LAPSED_WITH.matcher(behind).find()
                || (LAPSED_HERE.matcher(behind).matches()
                        && !TOLD.matcher(plain.substring(0, lapses.start())).find());
    }

    /** "thay thế", "bãi bỏ" and what follows; true where a list was announced. */
    private boolean ended(String sentence, String plain, Matcher ends) {
        int from = ends.end();
        int until = plain.length();
        Matcher next = ENDS.matcher(plain);
        if (next.find(from)) {
            until = next.start();
        }
        String rest = sentence.substring(from, until);
        String plainRest = Plain.of(rest);
        List<NamedDocuments.Named> named = NamedDocuments.in(rest);
        if (named.isEmpty()) {
            return rest.strip().endsWith(":")
                    && plainRest.matches(
                            ".*(?:van ban|quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|quy dinh|huong dan)(?![a-z]).*")
                    && !PLACE.matcher(plainRest).find();
        }
        String lead = plainRest.substring(0, named.get(0).from());
        Matcher place = PLACE.matcher(lead);
        if (place.find() && !lead.matches("^\\s{0,2}toan bo.*")) {
            repealed(rest, plainRest, named);
            return false;
        }
        if (isVerbElsewhere(plain, ends.start())) {
            return false;
        }
        listedNumbers(rest, 0).forEach(this::ends);
        return false;
    }

    /** "… hướng dẫn việc thay thế …", "không thay thế": said of a work, not done. */
    private static boolean isVerbElsewhere(String plain, int at) {
        return plain.substring(Math.max(0, at - 24), at)
                .matches(".*(?<![a-z])(?:khong|viec|chua|de nghi|xem xet|kien nghi|se|phai|de xuat|tham muu)\\s{1,2}$");
    }

    private void repealed(String rest, String plainRest, List<NamedDocuments.Named> named) {
        Matcher precise = PRECISE.matcher(plainRest.stripLeading());
        int indent = plainRest.length() - plainRest.stripLeading().length();
        if (!precise.find()) {
            // "một số điều", "thủ tục …": without the place nothing can be said that would be true of it all.
            return;
        }
        String where =
                rest.substring(indent + precise.start(), indent + precise.end()).strip();
        while (where.endsWith(",") || where.endsWith(";")) {
            where = where.substring(0, where.length() - 1).strip();
        }
        String number = named.get(0).number();
        if (!number.equalsIgnoreCase(own) && repeals.size() < MOST && where.length() <= 240) {
            repeals.add(new DocumentMetadata.Repeal(where, number));
        }
    }

    /** "Quyết định số A và Quyết định số B hết hiệu lực kể từ ngày …": what stands before it, if it is whole documents. */
    private void lapsed(String sentence, String plain, int at) {
        // "Quy chế này có hiệu lực từ …; Quy chế số … hết hiệu lực."
        int own = plain.lastIndexOf("; ", at);
        if (own > 0 && plain.substring(0, own).matches(".{0,60}(?<![a-z])nay co hieu luc(?![a-z]).*")) {
            lapsed(sentence.substring(own + 2), plain.substring(own + 2), at - own - 2);
            return;
        }
        String before = plain.substring(0, at);
        String lead = before.replaceFirst(
                "^(?:dieu \\d{1,3}[a-z]?[.:]?|\\d{1,3}[.)]|[a-z]{1,2}\\)|[-–+•])?\\s{0,2}(?:ke tu ngay [^,]{4,80},\\s{0,2})?(?:cac |toan bo )?",
                "");
        int skipped = before.length() - lead.length();
        List<NamedDocuments.Named> named = NamedDocuments.in(sentence.substring(skipped, at));
        if (!named.isEmpty() && named.get(0).from() < 4 && Kinds.at(lead).isPresent()) {
            named.stream()
                    .filter(NamedDocuments.Named::listed)
                    .map(NamedDocuments.Named::number)
                    .forEach(this::ends);
        } else if (!named.isEmpty()
                && PLACE.matcher(lead).lookingAt()
                && lead.matches("^(?:diem|khoan|dieu|chuong|muc|phu luc)(?![a-z]).*")) {
            repealed(sentence.substring(skipped, at), lead, named);
        }
    }

    private void whole(String sentence, String before) {
        String lead = before.replaceFirst("^(?:\\d{1,3}[.)]|[a-z]{1,2}\\)|[-–+•])?\\s{0,2}", "");
        int skipped = before.length() - lead.length();
        if (Kinds.at(lead).isPresent()) {
            listedNumbers(sentence.substring(skipped, before.length()), 0).forEach(this::ends);
        }
    }

    private void ends(String number) {
        if (!number.equalsIgnoreCase(own) && replaces.size() < MOST) {
            replaces.add(number);
        }
    }

    private static List<String> listedNumbers(String text, int from) {
        return NamedDocuments.in(text.substring(from)).stream()
                .filter(NamedDocuments.Named::listed)
                .map(NamedDocuments.Named::number)
                .toList();
    }

    /** "Sửa đổi, bổ sung một số điều của Quyết định số …": the documents listed behind it, up to what changed them. */
    private void amending(String sentence) {
        String plain = Plain.of(sentence);
        int until = plain.length();
        Matcher changed = Pattern.compile("(?<![a-z])(?:da )?duoc (?:sua doi|bo sung|thay the)")
                .matcher(plain);
        if (changed.find()) {
            until = changed.start();
        }
        for (String number : listedNumbers(sentence.substring(0, until), 0)) {
            if (!number.equalsIgnoreCase(own) && amends.size() < MOST) {
                amends.add(number);
            }
        }
    }

    /** A consolidated text names at its head what it holds, and by which documents that was changed. */
    private void consolidated(List<String> paragraphs) {
        for (int i = 0; i < Math.min(12, paragraphs.size()); i++) {
            String plain = Plain.of(paragraphs.get(i));
            Matcher changed = CHANGED_BY.matcher(plain);
            if (!changed.find()) {
                continue;
            }
            NamedDocuments.in(paragraphs.get(i).substring(0, changed.start())).stream()
                    .findFirst()
                    .ifPresent(named -> consolidates = named.number());
            List<String> items = new ArrayList<>(List.of(paragraphs.get(i).substring(changed.end())));
            for (int j = i + 1; j < paragraphs.size() && isItem(paragraphs.get(j)); j++) {
                items.add(paragraphs.get(j));
            }
            for (String item : items) {
                NamedDocuments.in(item).stream()
                        .findFirst()
                        .map(NamedDocuments.Named::number)
                        .filter(number -> !amendedBy.contains(number))
                        .ifPresent(amendedBy::add);
            }
            return;
        }
    }

    private static boolean isItem(String paragraph) {
        String plain = Plain.of(paragraph);
        return plain.matches("^(?:\\d{1,2}[.)]|[-–+•]).*")
                || (plain.matches("^[a-z ]{3,24} so:? ?\\d.*")
                        && Kinds.at(plain).isPresent());
    }
}
