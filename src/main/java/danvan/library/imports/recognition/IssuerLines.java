package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines above a document's number that name who issued it. */
final class IssuerLines {
    private static final Pattern UNION = Pattern.compile("(?<![a-z])doan (?:tncs|thanh nien cong san) ho chi minh$");
    private static final Pattern OF_THE_UNION = Pattern.compile(
            "(?<![a-z])(?:(?:tinh|huyen|thanh|quan|thi|xa|phuong|chi) doan|doan (?:tinh|huyen|thanh pho|quan|thi xa|xa|phuong|khoi|truong|co quan|cac co quan))(?![a-z])");

    private IssuerLines() {}

    static List<String> of(DocumentText text, Letterhead head) {
        List<String> found = new ArrayList<>();
        int end = head.numberAt >= 0 && (head.kindAt < 0 || head.numberAt < head.kindAt)
                ? head.numberAt
                : head.kindAt >= 0 ? head.kindAt : Math.min(6, head.body);
        end = head.letterAt >= 0 ? Math.min(end, head.letterAt) : end;
        for (int i = 0; i <= Math.min(end, text.size() - 1); i++) {
            DocumentText.Line line = text.line(i);
            String printed = line.text();
            if (i == end) {
                // "TỈNH ỦY THÁI BÌNH Số 08-ĐA/TU": two columns on one line.
                printed = i == head.numberAt && head.number.isPresent()
                        ? printed.substring(
                                        0,
                                        Math.min(
                                                printed.length(),
                                                head.number.get().from()))
                                .strip()
                        : "";
                if (Kinds.at(Plain.of(printed)).isPresent()) {
                    printed = "";
                }
            }
            if (i == head.dayAt) {
                printed = capitals(printed);
            }
            Matcher motto = Letterhead.MOTTO.matcher(Plain.of(printed));
            if (motto.find()) {
                String rest = printed.substring(0, motto.start()).strip();
                printed = rest;
            }
            boolean scattered = line.cells() > 3;
            if (!printed.isEmpty()
                    && !scattered
                    && Plain.isCapitals(printed)
                    && !Letterhead.RULE.matcher(printed).matches()
                    && Kinds.at(Plain.of(printed)).isEmpty()
                    && !printed.contains("WWW.")
                    && !Plain.of(printed).startsWith("cong bao")) {
                found.add(printed);
            }
        }
        Gazette.strip(found);
        for (int i = end + 1; i < Math.min(Math.max(end, head.kindAt), text.size()); i++) {
            if (UNION.matcher(text.line(i).plain()).lookingAt()) {
                found.add(text.line(i).text());
            }
        }
        withoutTheUnionAtTheRight(found);
        // What a portal writes above the head of the document is no part of it.
        int first = 0;
        while (first < found.size() && !Issuer.begins(found.get(first)) && !Issuer.isLevel(found.get(first))) {
            first++;
        }
        return first < found.size() ? found.subList(first, found.size()) : found;
    }

    /**
     * The Youth Union's offices write its name where others have the motto: it is no body above the issuer. Of the central
     * committee it is the name.
     */
    private static void withoutTheUnionAtTheRight(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher union = UNION.matcher(Plain.of(lines.get(i)));
            if (!union.find()) {
                continue;
            }
            String before = lines.get(i).substring(0, union.start()).strip();
            List<String> others = new ArrayList<>(lines);
            others.set(i, before);
            String rest = Plain.of(String.join(" ", others));
            if (OF_THE_UNION.matcher(rest).find()) {
                lines.set(i, before);
                lines.removeIf(String::isEmpty);
                return;
            }
            if (rest.startsWith("ban chap hanh trung uong")) {
                String name = lines.get(i).substring(union.start()).strip();
                lines.set(i, before);
                lines.removeIf(String::isEmpty);
                lines.add(0, name);
                return;
            }
        }
    }

    /** "BAN DÂN VẬN" of "BAN DÂN VẬN Thái Bình, ngày …": the left column's words on the line of the right one. */
    static String capitals(String line) {
        int end = 0;
        int at = 0;
        for (String word : line.split(" ", -1)) {
            if (!Plain.isCapitals(word)) {
                break;
            }
            at += word.length() + 1;
            end = at - 1;
        }
        String found = line.substring(0, Math.min(end, line.length()));
        return Issuer.begins(found) && found.indexOf(' ') > 0 ? found : "";
    }
}
