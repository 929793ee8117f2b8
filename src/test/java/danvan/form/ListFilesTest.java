package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.text.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists beside a form, as programs save them. */
class ListFilesTest {
    private static final String FORM = """
            settings: {form_id: f}
            survey:
            - {type: select_one_from_file xa.csv, name: xa, label: 'Xã?'}
            """;

    @TempDir
    Path folder;

    private FormCheck check(byte[] list) throws IOException {
        Files.write(folder.resolve("xa.csv"), list);
        return FormCheck.of(Files.writeString(folder.resolve("f.yml"), FORM));
    }

    /** Excel's «Unicode text» is UTF-16 with tabs; its CSV has a mark in front, or semicolons, or says its separator. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTF-8    | ''    | ,
            UTF-8    | mark  | ,
            UTF-8    | mark  | ;
            UTF-8    | sep   | ;
            UTF-8    | ''    | tab
            UTF-16LE | mark  | tab
            UTF-16BE | mark  | ,
            UTF-16LE | ''    | ,
            UTF-16BE | ''    | tab
            """)
    void areReadInWhateverWayTheyWereSaved(String charset, String front, String between) throws IOException {
        var list = "name,label\r\nTien Duc,Tiến Đức 🌾\r\ntan_lap,\"Tân Lập\"\r\n"
                .replace(",", between.equals("tab") ? "\t" : between);
        var text = front.equals("mark") ? "\uFEFF" + list : front.equals("sep") ? "sep=;\r\n" + list : list;

        var check = check(text.getBytes(Charset.forName(charset)));

        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
        assertThat(Dialog.with(check.form().orElseThrow(), "vi").question().choices())
                .containsExactly(new Choice("Tien Duc", "Tiến Đức 🌾"), new Choice("tan_lap", "Tân Lập"));
    }

    @Test
    void areRefusedByNameWhereTheirLettersCannotBeKnown() throws IOException {
        var check = check("name,label\na,Ti\u00eanh\n".getBytes(Charset.forName("windows-1258")));

        assertThat(check.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(Fault.said(problem, Language.EN)).contains("not UTF-8 or UTF-16 text", "xa.csv"));
    }

    @Test
    void aFormItselfMayHaveAMarkInFront() {
        var check = FormCheck.of(
                "f.yml",
                "\uFEFFsettings: {form_id: f}\nsurvey:\n- {type: text, name: a, label: A}\n"
                        .getBytes(StandardCharsets.UTF_16LE),
                () -> {});

        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
    }
}
