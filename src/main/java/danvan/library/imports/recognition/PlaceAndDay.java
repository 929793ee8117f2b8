package danvan.library.imports.recognition;

import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.Optional;

/**
 * Where and when a document was signed, as its letterhead says it: "Hưng Yên, ngày 5 tháng 7 năm 2023".
 *
 * @param at the number of its line
 * @param words the day as it is printed
 * @param place empty where none is named
 */
record PlaceAndDay(DocumentDates.Printed printed, int at, String words, String place) {
    static Optional<PlaceAndDay> of(DocumentText text, Letterhead head) {
        // What a letter is about, beside the day, may name the day of another document.
        Optional<PlaceAndDay> placed = of(text, head, head.letterAt >= 0);
        return placed.isPresent() || head.letterAt < 0 ? placed : of(text, head, false);
    }

    private static Optional<PlaceAndDay> of(DocumentText text, Letterhead head, boolean placedOnly) {
        for (int i = 0; i < head.body; i++) {
            DocumentText.Line line = text.line(i);
            if (line.text().length() > Letterhead.LONGEST_HEAD_LINE
                    || line.cells() > 3
                    || line.plain().contains("cong bao")) {
                continue;
            }
            Optional<DocumentDates.Printed> found = DocumentDates.in(line.plain());
            if (found.isEmpty()
                    || head.isBehindTheParent(i)
                    || (placedOnly && !isPlaced(line, found.get()))
                    || (i >= head.letterAt && head.letterAt >= 0 && !placedOnly && !isWhole(line, found.get()))) {
                continue;
            }
            boolean title = head.kindAt >= 0 && i > head.kindAt;
            boolean closes = line.plain().substring(found.get().to()).isBlank();
            if (title && !(found.get().placeTo() > found.get().placeFrom() && closes)) {
                continue;
            }
            return Optional.of(at(head, found.get(), i, line));
        }
        return Optional.empty();
    }

    /** "Hưng Yên, ngày …" at the end of a line, and not "Chỉ thị số 45-CT/TW, ngày …" or "Sở Nội vụ, ngày … của". */
    private static boolean isPlaced(DocumentText.Line line, DocumentDates.Printed found) {
        boolean closes = line.plain().substring(found.to()).matches("\\s*(?:(?:19|20)\\d{0,2}[.…\\s]*)?");
        String before = line.text().substring(0, found.placeFrom());
        return closes
                && found.placeTo() > found.placeFrom()
                && Character.isUpperCase(line.text().codePointAt(found.placeFrom()))
                && (before.isEmpty() || before.endsWith(" "));
    }

    /** "Ngày 22/8/2025", alone on its line. */
    private static boolean isWhole(DocumentText.Line line, DocumentDates.Printed found) {
        return found.from() == 0 && line.plain().substring(found.to()).isBlank();
    }

    private static PlaceAndDay at(Letterhead head, DocumentDates.Printed found, int at, DocumentText.Line line) {
        return new PlaceAndDay(
                found,
                at,
                line.text().substring(found.from(), Math.min(line.text().length(), found.to())),
                placeIn(line.text().substring(found.placeFrom(), found.placeTo()), head));
    }

    /** Two columns may have run into one line: "Số 08-ĐA/TU Thái Bình, ngày …". */
    private static String placeIn(String before, Letterhead head) {
        String printed = before.strip();
        printed = printed.substring(IssuerLines.capitals(printed).length()).strip();
        Optional<DocumentNumber.Printed> inside = DocumentNumber.in(printed, Plain.of(printed));
        if (inside.isPresent()) {
            return printed.substring(inside.get().to()).strip();
        }
        String symbol = head.number.map(DocumentNumber.Printed::symbol).orElse("");
        if (!symbol.isEmpty()) {
            int at = printed.lastIndexOf(symbol);
            if (at >= 0) {
                return printed.substring(at + symbol.length()).strip();
            }
            // The pattern of a place may begin within the symbol: "QĐ-CTUBND Phú Thọ".
            for (int cut = printed.indexOf(' '); cut > 0; cut = printed.indexOf(' ', cut + 1)) {
                if (symbol.endsWith(printed.substring(0, cut).strip())) {
                    return printed.substring(cut).strip();
                }
            }
        }
        return printed;
    }
}
