package danvan.library.imports.recognition;

import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.Optional;

/** "Số: 30/VBHN-VPQH" and its day stand at the end of a consolidated text, with who vouches for it. */
record Authentication(String number, String issued, String issuer, String words) {
    static Optional<Authentication> of(DocumentText text) {
        for (int i = text.size() - 1; i >= Math.max(0, text.size() - 400); i--) {
            Optional<DocumentNumber.Printed> found =
                    DocumentNumber.in(text.line(i).text(), text.line(i).plain());
            if (found.isEmpty()
                    || !Plain.of(found.get().symbol()).startsWith("vbhn")
                    || found.get().number().isEmpty()) {
                continue;
            }
            String issued = "";
            for (int j = i; j < Math.min(i + 8, text.size()) && issued.isEmpty(); j++) {
                issued = DocumentDates.in(text.line(j).plain())
                        .map(DocumentDates.Printed::iso)
                        .orElse("");
            }
            String above =
                    i > 0 && text.line(i - 1).isCapitals() ? text.line(i - 1).text() : "";
            return Optional.of(new Authentication(
                    found.get().number(), issued, above, text.line(i).text()));
        }
        return Optional.empty();
    }
}
