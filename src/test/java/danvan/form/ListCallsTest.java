package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that look into a CSV file of their own, which were refused: {@code pulldata()} and {@code search()}. */
class ListCallsTest {
    private static final String PULL = """
            settings: {form_id: f, form_title: F}
            survey:
            - {type: begin repeat, name: ho, label: Hộ}
            - {type: text, name: ma, label: 'Mã hộ?'}
            - {type: calculate, name: chu, calculation: "pulldata('ho_dan', 'chu_ho', 'ma_key', ${ma})"}
            - {type: note, name: n, label: 'Chủ hộ: ${chu}', relevant: "${chu} != ''"}
            - {type: integer, name: nguoi, label: 'Mấy người?', default: "pulldata('ho_dan', 'nguoi', 'ma_key', 'H2')"}
            - {type: end repeat}
            """;
    private static final String HOUSEHOLDS = "ma_key,chu_ho,nguoi\nH1,Nguyễn Văn Bình,4\nH2,\"Trần Thị Cúc, bà\",2\n";

    private static final String SEARCH = """
            settings: {form_id: f}
            survey:
            - {type: select_one huyen, name: huyen, label: 'Huyện nào?'}
            - {type: select_one xa, name: xa, label: 'Xã nào?', appearance: "minimal %s"}
            choices:
            - {list_name: huyen, name: hung_ha, label: Hưng Hà}
            - {list_name: huyen, name: vu_thu, label: Vũ Thư}
            - {list_name: xa, name: ma, label: ten}
            """;
    private static final String COMMUNES =
            "ma,ten,huyen,loai\na,Tiến Đức,hung_ha,xa\nb,Hưng Nhân,HUNG_HA,thi tran\nc,Tân Lập,vu_thu,xa\n";

    @TempDir
    Path folder;

    private FormCheck inFolder(String form, String list, String content) throws IOException {
        Files.writeString(folder.resolve(list), content);
        return FormCheck.of(Files.writeString(folder.resolve("f.yml"), form));
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static FormCheck sent(Map<String, String> files) throws IOException {
        return FormCheck.of("f.zip", zip(files), () -> {});
    }

    @Test
    void whatIsKnownOfAHouseholdIsPulledByItsCode() throws IOException {
        var check = inFolder(PULL, "ho_dan.csv", HOUSEHOLDS);
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();

        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("H1");
        assertThat(dialog.step())
                .isInstanceOfSatisfying(
                        Step.Note.class, note -> assertThat(note.text()).isEqualTo("Chủ hộ: Nguyễn Văn Bình"));
        dialog.gives(new Answer.Blank());
        assertThat(dialog.question().answer().orElseThrow().text()).isEqualTo("2");
        dialog.says("5").gives(new Answer.Another(true)).says("H2");
        assertThat(((Step.Note) dialog.step()).text()).isEqualTo("Chủ hộ: Trần Thị Cúc, bà");
        dialog.gives(new Answer.Blank())
                .says("1")
                .gives(new Answer.Another(true))
                .says("H9");
        assertThat(dialog.question().label()).as("nobody has that code").isEqualTo("Mấy người?");
    }

    /** ODK's converter writes them so, with or without naming the file apart. */
    @ParameterizedTest
    @CsvSource({"<instance id=\"ho_dan\" src=\"jr://file-csv/ho_dan.csv\"/>, ho_dan", "'', ho_dan", "'', ho_dan.csv"})
    void theSameOfAnXForm(String instance, String name) throws IOException {
        var check = sent(Map.of("x/form.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
                  <h:head><h:title>R</h:title><model>
                    <instance><data id="r"><ma/><chu/></data></instance>%s
                    <bind nodeset="/data/ma" type="string"/>
                    <bind nodeset="/data/chu" type="string" calculate="pulldata('%s', 'chu_ho', 'ma_key',  /data/ma )"/>
                  </model></h:head>
                  <h:body><input ref="/data/ma"><label>Code?</label></input></h:body>
                </h:html>
                """.formatted(instance, name), "x/ho_dan.csv", HOUSEHOLDS));
        assertThat(check.problems()).isEmpty();
        assertThat(Dialog.with(check.form().orElseThrow(), "en")
                        .says("H2")
                        .finishes()
                        .instanceXml())
                .contains("<chu>Trần Thị Cúc, bà</chu>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "search('xa')                                                        | Tiến Đức, Hưng Nhân, Tân Lập",
                "search('xa.csv', 'matches', 'huyen', ${huyen})                      | Tiến Đức, Hưng Nhân",
                "search('xa', 'startswith', 'ten', 't')                              | Tiến Đức, Tân Lập",
                "search('xa', 'contains', 'ten, ma', 'n', 'huyen', ${huyen})         | Tiến Đức, Hưng Nhân",
                "search('xa', 'endswith', 'ten', 'NHÂN')                             | Hưng Nhân"
            })
    void choicesAreSearchedInAFile(String call, String offered) throws IOException {
        var check = sent(Map.of("bieu mau.yml", SEARCH.formatted(call.strip()), "xa.csv", COMMUNES));
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFit()).isTrue();
        var dialog = Dialog.with(check.form().orElseThrow(), "vi").says("Hưng Hà");
        assertThat(dialog.question().choices().stream().map(Choice::label)).containsExactly(offered.split(", ", -1));
        dialog.says(offered.split(", ", -1)[0]);
        assertThat(dialog.finishes().instanceXml()).containsPattern("<xa>[abc]</xa>");
    }

    @Test
    void aFileThatIsLackingIsNamedAndWhatToDo() throws IOException {
        for (var form : new String[] {PULL, SEARCH.formatted("search('ho_dan')")}) {
            assertThat(sent(Map.of("f.yml", form, "khac.csv", HOUSEHOLDS)).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(Fault.said(problem, Language.VI))
                            .contains("ho_dan.csv", "chưa có kèm theo", ".zip"));
        }
    }

    /** Nothing would be found there, ever, and nobody would be told. */
    @Test
    void aColumnThatTheFileHasNotIsNamed() throws IOException {
        assertThat(inFolder(PULL, "ho_dan.csv", HOUSEHOLDS.replace("chu_ho", "ten"))
                        .problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(Fault.said(problem, Language.EN)).contains("ho_dan.csv has no column «chu_ho»"));
        assertThat(sent(Map.of(
                                "f.yml",
                                SEARCH.formatted("search('xa', 'matches', 'tinh', ${huyen})"),
                                "xa.csv",
                                COMMUNES))
                        .problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(Fault.said(problem, Language.EN)).contains("no column «tinh»"));
    }

    @Test
    void aCallThatCannotBeReadIsRefused() throws IOException {
        for (var call :
                new String[] {"search(${huyen})", "search('xa', 'near', 'ten', 'a')", "search('xa', 'matches')"}) {
            assertThat(sent(Map.of("f.yml", SEARCH.formatted(call), "xa.csv", COMMUNES))
                            .problems())
                    .as(call)
                    .isNotEmpty()
                    .allSatisfy(problem ->
                            assertThat(Fault.said(problem, Language.EN)).contains("cannot be read"));
        }
        assertThat(inFolder(PULL.replace("'ho_dan'", "${ma}"), "ho_dan.csv", HOUSEHOLDS)
                        .problems())
                .isNotEmpty()
                .allSatisfy(
                        problem -> assertThat(Fault.said(problem, Language.EN)).contains("cannot be read"));
    }

    @Test
    void aZipHoldsOneFormAndIsUnpackedWithinBounds() throws IOException {
        assertThat(sent(Map.of("a.yml", PULL, "b.yml", PULL)).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(Fault.said(problem, Language.EN)).contains("holds 2 forms"));
        assertThat(sent(Map.of("f.yml", PULL, "ho_dan.csv", HOUSEHOLDS, "lon.csv", "x".repeat(70 << 20)))
                        .problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(Fault.said(problem, Language.EN)).contains("too large"));
        assertThat(FormCheck.of("f.zip", "PK nothing".getBytes(StandardCharsets.UTF_8), () -> {})
                        .problems())
                .isNotEmpty();
        assertThat(Forms.isForm("ảnh.zip", zip(Map.of("a.jpg", "x")))).isFalse();
    }
}
