package danvan.people.roster;

import danvan.chat.Language;
import danvan.chat.Texts;
import danvan.workbook.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

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
        Texts.Phrases phrases = texts.in(language);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Workbook workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
                Worksheet sheet = workbook.newWorksheet(phrases.plain("people.sheet.codes"));
                for (int column = 0; column < WIDTHS.size(); column++) {
                    Heading.write(
                            sheet, 0, column, phrases.plain("people.column.codes." + column), WIDTHS.get(column), 0);
                }
                sheet.freezePane(0, 1);
                for (int row = 0; row < invited.size(); row++) {
                    Invited one = invited.get(row);
                    sheet.value(row + 1, 0, one.who().name());
                    sheet.value(row + 1, 1, sheets.role(one.who().role(), language));
                    sheet.value(row + 1, 2, one.unit());
                    sheet.value(row + 1, 3, one.code());
                    sheet.value(row + 1, 4, one.link());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the codes", e);
        }
    }
}
