package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when a document holds, by its own words on itself: a day, its signing, its adoption, so many days after. What it says of
 * other documents is skipped.
 */
final class InForceClause {
    private static final Pattern OF_ITSELF = Pattern.compile(
            "((?:[a-z]{2,8} ){1,4})nay(?: da)?(?: duoc)?[^.;]{0,160}? ?co hieu luc(?: thi hanh| phap luat)?\\s{0,2},?\\s{0,2}(.{0,140})");
    private static final Pattern ANY = Pattern.compile(
            "^(?:\\d{1,2}\\. |dieu \\d{1,3}[a-z]?[.:] )?((?:[a-z]{2,8} ){1,4})co hieu luc(?: thi hanh)?\\s{0,2}(.{0,140})");
    private static final Pattern FROM_DAY = Pattern.compile("^(?:ke )?(?:tu |vao )?ngay\\s{0,3}" + DocumentDates.DAY);
    private static final Pattern FROM_SIGNING =
            Pattern.compile("^(?:ke )?(?:tu )?ngay (?:duoc )?(?:ky|ban hanh)(?![a-z])");
    private static final Pattern FROM_ADOPTION = Pattern.compile(
            "^(?:ke )?(?:tu )?(?:ngay )?(?:khi )?(?:duoc )?(?:[a-z ]{0,60} )?thong qua(?![a-z])(?: ngay\\s{0,3}"
                    + DocumentDates.DAY + ")?");
    private static final Pattern DAYS_AFTER = Pattern.compile(
            "^sau\\s{1,3}(\\d{1,3})\\s{0,2}(?:\\([a-z ]{1,30}\\)\\s{0,2})?ngay,? (?:ke )?tu ngay (?:duoc )?(ky|ban hanh|thong qua)(?![a-z])");
    private static final Pattern ADOPTED = Pattern.compile(
            "(?:dieu le|luat|bo luat|phap lenh|nghi quyet|hien phap) nay \\(?(?:da )?(?:duoc )?[^.;]{0,220}?thong qua ngay\\s{0,3}"
                    + DocumentDates.DAY);
    private static final Pattern CONSOLIDATED_HEAD = Pattern.compile(
            "co hieu luc(?: thi hanh)? ke tu ngay\\s{0,3}" + DocumentDates.DAY + "\\s{0,3}, (?:da )?duoc sua doi");

    /** @param words as they stand */
    record Clause(String day, String words) {}

    private InForceClause() {}

    /** The day a law or a resolution says it was passed. */
    static Optional<Clause> adoption(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            Matcher found = ADOPTED.matcher(Plain.of(paragraph));
            if (found.find()) {
                return Optional.of(
                        new Clause(DocumentDates.iso(found, 1), paragraph.substring(found.start(), found.end())));
            }
        }
        return Optional.empty();
    }

    /**
     * The day it says of itself.
     *
     * @param kind its own: "Nghị định"; empty where it is not known
     * @param issued its day, or empty
     */
    static Optional<Clause> of(List<String> paragraphs, String kind, String issued) {
        String passed = adoption(paragraphs).map(Clause::day).orElse("");
        for (String paragraph : paragraphs) {
            Matcher head = CONSOLIDATED_HEAD.matcher(Plain.of(paragraph));
            if (kind.equals(Kinds.CONSOLIDATED) && head.find()) {
                return Optional.of(
                        new Clause(DocumentDates.iso(head, 1), paragraph.substring(head.start(), head.end())));
            }
        }
        Optional<Clause> other = Optional.empty();
        for (String paragraph : paragraphs) {
            String plain = Plain.of(paragraph);
            for (Pattern pattern : List.of(OF_ITSELF, ANY)) {
                Matcher found = pattern.matcher(plain);
                int from = 0;
                while (found.find(from)) {
                    from = found.start(2) > found.start() ? found.start(2) : found.end();
                    Optional<String> day = day(found.group(2), issued, passed);
                    String who = found.group(1).strip();
                    boolean own = isOwn(who, kind);
                    if (day.isPresent() && own) {
                        return Optional.of(clause(paragraph, found, day.get()));
                    }
                    if (day.isPresent()
                            && other.isEmpty()
                            && pattern == OF_ITSELF
                            && Kinds.names().stream().anyMatch(name -> who.endsWith(Plain.of(name)))) {
                        other = Optional.of(clause(paragraph, found, day.get()));
                    }
                    if (from >= plain.length()) {
                        break;
                    }
                }
            }
        }
        return other;
    }

    private static Clause clause(String paragraph, Matcher found, String day) {
        String words = paragraph.substring(found.start(), Math.min(paragraph.length(), found.end()));
        return new Clause(day, words.length() > 200 ? words.substring(0, 200) : words);
    }

    /** "Quyết định này" of a decision; "Luật này" also of a consolidated one; "văn bản này" of any. */
    private static boolean isOwn(String who, String kind) {
        String own = Plain.of(kind);
        return who.endsWith(" van ban")
                || who.equals("van ban")
                || (!own.isEmpty() && (who.equals(own) || who.endsWith(" " + own)))
                || (own.startsWith("thong tu") && who.endsWith("thong tu"))
                || (own.startsWith("nghi quyet") && who.endsWith("nghi quyet"))
                || (own.equals("van ban hop nhat")
                        && Kinds.names().stream().anyMatch(name -> who.equals(Plain.of(name))));
    }

    private static Optional<String> day(String rest, String issued, String passed) {
        Matcher day = FROM_DAY.matcher(rest);
        if (day.find()) {
            return Optional.of(DocumentDates.iso(day, 1)).filter(iso -> !iso.isEmpty());
        }
        if (FROM_SIGNING.matcher(rest).find()) {
            return Optional.of(issued).filter(iso -> !iso.isEmpty());
        }
        Matcher after = DAYS_AFTER.matcher(rest);
        if (after.find()) {
            String from = after.group(2).equals("thong qua") && !passed.isEmpty() ? passed : issued;
            return from.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(from)
                            .plusDays(Long.parseLong(after.group(1)))
                            .toString());
        }
        Matcher adoption = FROM_ADOPTION.matcher(rest);
        if (adoption.find()) {
            String said = adoption.group(1) == null ? "" : DocumentDates.iso(adoption, 1);
            String on = said.isEmpty() ? (passed.isEmpty() ? issued : passed) : said;
            return Optional.of(on).filter(iso -> !iso.isEmpty());
        }
        return Optional.empty();
    }
}
