package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.recognition.FirstPage;
import danvan.library.imports.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter of a document stands in exactly one passage, or is counted as what it is. */
class NothingLostTest {
    private static final List<String> LINES = List.of(
            "Phần thứ nhất",
            "CHƯƠNG II",
            "QUY ĐỊNH CHUNG",
            "Mục 1. HỘI",
            "Tiểu mục 2",
            "Điều 4. Phạm vi điều chỉnh",
            "Điều 5.",
            "Điều 6. Một dòng rất dài của điều này được viết liền vào sau số điều mà không có tên riêng, dài hơn nhiều so với tên"
                    + " của một điều, cho nên phải là lời của điều và không bị cắt ngang ở đâu.",
            "1. Khoản ngắn.",
            "2. Khoản có danh sách:",
            "a) điểm a;",
            "đ) điểm đ;",
            "1.1. Tiết nhỏ",
            "I. MỤC LA MÃ",
            "A. PHẦN CHỮ",
            "“Điều 9. Trích",
            "hết trích.”",
            "QUY CHẾ",
            "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)",
            "Phụ lục III",
            "Mẫu số 01",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "Nguyễn Văn Mẫu",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-UBND",
            "An Lạc, ngày 5 tháng 6 năm 2025",
            "KẾ HOẠCH",
            "V/v mở đường",
            "Chương 1. Lời nói đầu ............ 3",
            "-----",
            "- 7 -",
            "Một câu văn bình thường nói về công việc của thôn trong năm. ".repeat(20),
            "Một câu ngắn.");

    @TempDir
    Path folder;

    /** Documents put together by chance: whatever order the parts come in, none is dropped and none told twice. */
    @Test
    void everyLetterIsInOnePassageOrIsFurniture() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random chance = new Random(seed);
            boolean printed = seed % 2 == 0;
            List<Block> blocks = new ArrayList<>();
            int size = 5 + chance.nextInt(60);
            for (int i = 0; i < size; i++) {
                String text = LINES.get(chance.nextInt(LINES.size()));
                int page = printed ? 1 + i / 12 : 0;
                switch (chance.nextInt(12)) {
                    case 0 -> blocks.add(new Block(Block.Kind.HEADING, 1 + chance.nextInt(3), List.of(text), page));
                    case 1 -> blocks.addAll(table(chance, i, page));
                    default ->
                        blocks.add(new Block(printed ? Block.Kind.LINE : Block.Kind.PARAGRAPH, 1, List.of(text), page));
                }
            }
            holds("seed " + seed, blocks);
        }
    }

    private static List<Block> table(Random chance, int number, int page) {
        List<Block> rows = new ArrayList<>();
        int columns = 2 + chance.nextInt(4);
        for (int r = 0; r < 2 + chance.nextInt(5); r++) {
            List<String> cells = new ArrayList<>();
            List<Block.Span> spans = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                cells.add(
                        chance.nextInt(4) == 0
                                ? ""
                                : chance.nextBoolean() ? "ô " + r + "x" + c : "" + chance.nextInt(99));
                spans.add(new Block.Span(1 + chance.nextInt(2), 1 + chance.nextInt(3)));
            }
            rows.add(new Block(Block.Kind.ROW, 100 + number, cells, page, chance.nextBoolean() ? spans : List.of()));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("danvan.library.imports.reading.TikaReaderTest#theDecision")
    void andSoItIsInEveryKindOfFile(Map.Entry<String, byte[]> file) throws Exception {
        Extract read = TikaReader.read(TestFiles.file(folder, file.getKey(), file.getValue()), file.getKey());
        assertThat(read.letters()).isPositive();
        holds(file.getKey(), read.blocks());
    }

    private static void holds(String document, List<Block> blocks) {
        Structure read = Structure.read(blocks, FirstPage.read(blocks));
        long furniture = read.lettersOfFurniture().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long all = blocks.stream()
                .flatMap(block -> block.cells().stream())
                .mapToLong(Block::letters)
                .sum();
        assertThat(read.lettersOfPassages() + furniture).as(document).isEqualTo(all);
        // Not only as many letters: the words themselves, each as often as it was written.
        Map<String, Integer> words = new HashMap<>();
        read.sections().forEach(section -> count(words, section.text() + " " + section.opening(), 1));
        read.furniture().forEach(line -> count(words, line.text(), 1));
        blocks.forEach(block -> block.cells().forEach(cell -> count(words, cell, -1)));
        assertThat(words)
                .as(document)
                .allSatisfy((word, left) -> assertThat(left).as(word).isNotNegative());
    }

    private static void count(Map<String, Integer> words, String text, int times) {
        for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.merge(word, times, Integer::sum);
            }
        }
    }
}
