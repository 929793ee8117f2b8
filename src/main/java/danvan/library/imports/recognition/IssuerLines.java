package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The lines above a document's number that name who issued it. */
final class IssuerLines {
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
        // What a portal writes above the head of the document is no part of it.
        int first = 0;
        while (first < found.size() && !Issuer.begins(found.get(first)) && !Issuer.isLevel(found.get(first))) {
            first++;
        }
        return first < found.size() ? found.subList(first, found.size()) : found;
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
