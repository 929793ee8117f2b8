package danvan.library.imports.structure;

import danvan.library.imports.document.Plain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a line opens a part of a document: "Chương II", "Điều 5. Tên điều", "2. …", "b) …".
 *
 * @param level outermost first; a heading of the word processor takes the level its words do not tell
 * @param label as it is cited: "Điều 5", "khoản 2"
 * @param title what follows on the line
 */
public record Mark(Level level, String label, String title) {
    enum Level {
        PART(10),
        CHAPTER(20),
        SECTION(30),
        SUBSECTION(35),
        HEADING(40),
        ARTICLE(50),
        CLAUSE(60),
        SUBCLAUSE(70),
        POINT(80);

        private final int depth;

        Level(int depth) {
            this.depth = depth;
        }

        /** Greater within smaller; between two there is room for the nine levels of a word processor's headings. */
        int depth() {
            return depth;
        }
    }

    private record Form(Level level, Pattern pattern, String called) {}

    private static final String ROMAN = "[ivxlc]{1,7}";
    /** "Phần 5.3.2" at the beginning of a printed line is the rest of "(xem Phần 5.3.2)". */
    private static final List<Form> FORMS = List.of(
            form(
                    Level.PART,
                    "^(phan\\s+(?:thu\\s+[a-z]+(?:\\s+[a-z]+)?|" + ROMAN
                            + "|[a-h]|\\d+))\\s*(?:[.:)-](?!\\d)\\s*|$)(.*)$",
                    ""),
            form(Level.CHAPTER, "^(chuong\\s+(?:" + ROMAN + "|\\d+))\\s*(?:[.:)-](?!\\d)\\s*|\\s|$)(.*)$", ""),
            form(Level.SECTION, "^(muc\\s+(?:" + ROMAN + "|\\d+))\\s*(?:[.:)-](?!\\d)\\s*|$)(.*)$", ""),
            form(Level.SUBSECTION, "^(tieu muc\\s+(?:" + ROMAN + "|\\d+))\\s*(?:[.:)-](?!\\d)\\s*|\\s|$)(.*)$", ""),
            form(
                    Level.ARTICLE,
                    "^((?:dieu|khoan)\\s+thu\\s+(?:\\d{1,3}|[a-z]{1,6}(?:\\s[a-z]{1,6}){0,2}))\\s*(?:[.:-]\\s*|$)(.*)$",
                    ""),
            form(Level.ARTICLE, "^(dieu\\s+\\d{1,4}[a-z]?)\\s*(?:[.:-]\\s*|$)(.*)$", ""),
            form(Level.CLAUSE, "^(\\d{1,2})\\s*(?:[.)](?:\\s+|(?!\\d))|-\\s+(?!\\d))(\\S.*)$", "khoản "),
            form(Level.SUBCLAUSE, "^(\\d{1,2}(?:\\.\\d{1,2}){1,3})\\s*[.)-]?\\s+(\\D.*)$", "điểm "),
            form(Level.POINT, "^([a-z]{1,2})\\s*\\)\\s*(.*)$", "điểm "));

    /** Capital Roman numerals only: "i." may be a point. */
    private static final Pattern ROMAN_SECTION = Pattern.compile("^([IVXL]{1,6})\\s*[.)–-]\\s*(\\S.*)$");

    private static final Pattern LETTER_SECTION = Pattern.compile("^([A-H])\\s*[.–-]\\s+(\\p{Lu}.*)$");
    private static final int LONGEST_TITLE = 160;

    private static Form form(Level level, String pattern, String called) {
        return new Form(level, Pattern.compile(pattern), called);
    }

    public static Optional<Mark> of(String line) {
        Matcher roman = ROMAN_SECTION.matcher(line);
        if (roman.matches() && line.length() < 2 * LONGEST_TITLE) {
            return Optional.of(new Mark(
                    Level.SECTION, "mục " + roman.group(1), roman.group(2).strip()));
        }
        Matcher letter = LETTER_SECTION.matcher(line);
        if (letter.matches() && line.length() < LONGEST_TITLE && Plain.isCapitals(letter.group(2))) {
            return Optional.of(new Mark(
                    Level.PART, "phần " + letter.group(1), letter.group(2).strip()));
        }
        String plain = Plain.of(line);
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(plain);
            if (matcher.matches() && isOpening(form.level(), line)) {
                String label = line.substring(matcher.start(1), matcher.end(1));
                String called = form.called().isEmpty() ? capital(label) : form.called() + label;
                return Optional.of(new Mark(
                        form.level(), called, line.substring(matcher.start(2)).strip()));
            }
        }
        return Optional.empty();
    }

    /** "điều 5 của Luật này" in the middle of a sentence opens nothing: openings are written large. */
    private static boolean isOpening(Level level, String line) {
        return level.compareTo(Level.CLAUSE) >= 0 || Character.isUpperCase(line.codePointAt(0));
    }

    private static String capital(String label) {
        String one = label.replaceAll("\\s+", " ");
        String[] words = one.split(" ", 2);
        return words.length < 2
                ? one
                : Plain.sentence(words[0]) + " "
                        + (words[1].matches("(?i)thứ.*|thu .*")
                                ? words[1].toLowerCase(java.util.Locale.ROOT)
                                : words[1]);
    }
}
