package danvan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One word for one thing, and one way of address. */
class WordsTest {
    private static final Path TEXTS = Path.of("src/main/resources/texts");
    /** Words that people type, not those the bot says. */
    private static final Pattern TYPED = Pattern.compile("phrases\\..*|.*\\.words|.*\\.typed");

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(TEXTS)) {
            files = all.filter(file -> file.toString().endsWith("." + language + ".properties"))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(reader);
            }
            read.stringPropertyNames().stream()
                    .filter(key -> !TYPED.matcher(key).matches())
                    .forEach(key -> texts.put(file.getFileName() + " " + key, read.getProperty(key)));
        }
        return texts;
    }

    private static Map<String, String> saying(String language, String pattern) throws IOException {
        Pattern words =
                Pattern.compile("(?<!\\p{L})(?:" + pattern + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Map<String, String> found = texts(language);
        found.values().removeIf(text -> !words.matcher(text).find());
        return found;
    }

    /** Office, cadre, library: ofis, görevli, kitaplık; and the old spellings of Vietnamese words. */
    @ParameterizedTest
    @CsvSource({
        "tr, büro",
        "tr, sekreterlik",
        "tr, kadro",
        "tr, memur",
        "tr, kütüphane",
        "vi, huỷ",
        "vi, bạn(?!\\p{L})",
        "vi, quý vị",
        "vi, anh/chị"
    })
    void anotherWordForTheSameIsNotUsed(String language, String pattern) throws IOException {
        assertThat(saying(language, pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ofis", "görevli", "kitapl[ıi]"})
    void theOneWordIs(String pattern) throws IOException {
        assertThat(saying("tr", pattern)).isNotEmpty();
    }

    @Test
    void membersAreAddressedAsComrades() throws IOException {
        assertThat(saying("vi", "đồng chí").size()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask handed | Khi có trả lời, bot sẽ gửi ngay về đây.",
                "ask noLongerInForce | sau ngày {day}",
                "report draftGoes | Bản viết dở «<b>{form}</b>» sẽ tự xóa",
                "conversation oldButton | Nút này đã hết hiệu lực nên chưa có gì thay đổi.",
                "report cancel | Hủy",
                "people rosterAsk | Xác nhận thực hiện?"
            })
    void wordsThatWereAskedForStand(String key, String words) throws IOException {
        String[] parts = key.split(" ", -1);
        assertThat(texts("vi").get(parts[0] + ".vi.properties " + parts[1])).contains(words.strip());
    }

    @Test
    void aTurkishAnswerSaysThatTheWholeDocumentIsVietnamese() throws IOException {
        assertThat(texts("tr").get("ask.tr.properties document")).contains("Vietnamca");
    }
}
