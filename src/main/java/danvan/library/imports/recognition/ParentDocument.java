package danvan.library.imports.recognition;

import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an annex or the rules that a decision enacts belong to, where they come without it. */
record ParentDocument(int at, String kind, String number, String issued, String issuer, String words) {
    private static final Pattern SAYS = Pattern.compile(
            "(?:kem theo|dinh kem|theo)\\s{1,3}(?:theo )?(?:ban hanh )?([a-z ]{2,24}?)\\s{1,3}(?:so)?\\s{0,3}:?\\s{0,3}("
                    + DocumentNumber.PATTERN + ")(?:[\\s,]{0,4}ngay\\s{0,3}" + DocumentDates.DAY
                    + ")?(?:\\s{1,3}cua ([^)]{2,160}))?");

    static Optional<ParentDocument> of(DocumentText text, int until) {
        for (int i = 0; i < Math.min(until, 25); i++) {
            String plain = text.line(i).plain();
            boolean opens = plain.matches("^\\(?\\s*(?:ban hanh\\s+)?(?:kem theo|dinh kem).{0,400}$");
            if (!opens) {
                continue;
            }
            StringBuilder said = new StringBuilder(text.line(i).text());
            for (int j = i + 1; j < Math.min(i + 4, text.size()) && said.indexOf(")") < 0; j++) {
                said.append(' ').append(text.line(j).text());
            }
            String whole = said.toString();
            Matcher found = SAYS.matcher(Plain.of(whole));
            if (found.find()) {
                Optional<String> kind = Kinds.at(found.group(1));
                String number = DocumentNumber.tight(whole.substring(found.start(2), found.end(2)));
                if (kind.isPresent()) {
                    return Optional.of(new ParentDocument(
                            i,
                            kind.get(),
                            number,
                            found.group(3) == null ? "" : DocumentDates.iso(found, 3),
                            found.group(6) == null
                                    ? ""
                                    : whole.substring(found.start(6), found.end(6))
                                            .strip(),
                            whole));
                }
            }
        }
        return Optional.empty();
    }
}
