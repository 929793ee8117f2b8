package danvan.organization.roster;

import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.TextSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** The codes of those who were invited, as a workbook, to be passed on to each. */
final class CodesWriter {
    private static final List<Integer> WIDTHS = List.of(32, 14, 34, 14, 60);

    private final Texts texts;
    private final Sheets sheets;

    CodesWriter(Texts texts, Sheets sheets) {
        this.texts = texts;
        this.sheets = sheets;
    }

    /** @param link empty where there is no page */
    record Invited(Change.Newcomer who, String unit, String code, String link) {}

    byte[] write(List<Invited> invited, Language language) {
        TextSheet sheet = new TextSheet(texts, "people", "codes", 0, WIDTHS.size());
        List<List<String>> rows = invited.stream()
                .map(one -> List.of(
                        one.who().name(), sheets.role(one.who().role(), language), one.unit(), one.code(), one.link()))
                .toList();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Workbook workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
                sheet.write(
                        workbook,
                        language,
                        rows,
                        WIDTHS.stream().map(TextSheet.Column::of).toList());
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the codes", e);
        }
    }
}
