package danvan.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final int GREEN = 0x2E7D32;
    private static final int RED = 0xC62828;
    private static final int YELLOW = 0xFFCA28;

    /** A run of rows that hold a colour. */
    private record Stretch(int from, int to) {
        int high() {
            return to - from + 1;
        }
    }

    @Test
    void theChartIsAPictureAsWideAsAPhone() throws Exception {
        byte[] png = png(
                "",
                new DigestChart.Bar("huyện Đông Hưng", 12, 4, 3),
                new DigestChart.Bar(
                        "Ủy ban Mặt trận Tổ quốc và các đoàn thể phường Trần Hưng Đạo, thành phố Thái Bình", 9, 6, 2),
                new DigestChart.Bar("huyện Quỳnh Phụ", 1400, 0, 5),
                new DigestChart.Bar("thành phố Thái Bình", 330, 700, 4),
                new DigestChart.Bar("đặc khu Cồn Cỏ", 0, 0, 1));
        Files.write(Path.of("target", "digest.png"), png);
        assertThat(read(png).getWidth()).isEqualTo(720);
        assertThat(png.length).isLessThan(200_000);
    }

    /** A single unit was one bar across the whole picture. */
    @Test
    void aSingleBarIsAsHighAsOneOfTen() throws Exception {
        List<Stretch> one = stretches(read(png("", new DigestChart.Bar("xã Tiến Đức", 30, 0, 0))), GREEN);
        DigestChart.Bar[] ten = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new DigestChart.Bar("xã số " + i, 30, 0, 0))
                .toArray(DigestChart.Bar[]::new);
        List<Stretch> many = stretches(read(png("", ten)), GREEN);
        // The first is the legend's.
        assertThat(one).hasSize(2);
        assertThat(many).hasSize(11);
        assertThat(one.get(1).high()).isEqualTo(many.get(1).high());
    }

    /** Names longer than 22 characters were cut. */
    @Test
    void aLongNameStandsWholeInTwoLines() throws Exception {
        BufferedImage brief = read(png("", new DigestChart.Bar("xã Tiến Đức", 1, 1, 1)));
        BufferedImage whole = read(png(
                "",
                new DigestChart.Bar(
                        "Ủy ban Mặt trận Tổ quốc Việt Nam phường Trần Hưng Đạo, thành phố Thái Bình", 1, 1, 1)));
        assertThat(whole.getHeight()).isBetween(brief.getHeight() + 15, brief.getHeight() + 40);
    }

    /** Numbers had to be guessed from an axis. */
    @Test
    void numbersStandInTheBarsOrBehindThem() throws Exception {
        BufferedImage picture = read(png("", new DigestChart.Bar("xã Tiến Đức", 900, 1, 0)));
        Stretch bar = stretches(picture, GREEN).get(1);
        assertThat(count(picture, bar, 0xFFFFFF))
                .as("white letters in the green part")
                .isGreaterThan(30);
        List<Integer> red = new ArrayList<>();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = bar.from(); y <= bar.to(); y++) {
                if (is(picture, x, y, RED)) {
                    red.add(x);
                    break;
                }
            }
        }
        assertThat(red)
                .as("a pixel of red for 1 of 901, and its number behind the bar")
                .hasSizeGreaterThan(3);
    }

    @Test
    void whatIsNoneHasNoPart() throws Exception {
        BufferedImage picture = read(png("", new DigestChart.Bar("xã Tiến Đức", 3, 0, 0)));
        assertThat(stretches(picture, YELLOW)).as("the legend alone").hasSize(1);
    }

    @Test
    void aChartOfNothingIsDrawnToo() throws Exception {
        assertThat(read(png("", new DigestChart.Bar("a", 0, 0, 0))).getHeight()).isPositive();
        assertThat(read(png("…")).getHeight()).isPositive();
    }

    private static byte[] png(String below, DigestChart.Bar... bars) {
        return new BarChart()
                .png(
                        new DigestChart.Words(
                                Locale.forLanguageTag("vi"),
                                "Tuần từ 15/01: việc theo đơn vị",
                                "Đã xong",
                                "Quá hạn",
                                "Đang làm",
                                below),
                        List.of(bars));
    }

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static List<Stretch> stretches(BufferedImage picture, int color) {
        List<Stretch> found = new ArrayList<>();
        int from = -1;
        for (int y = 0; y <= picture.getHeight(); y++) {
            boolean held = y < picture.getHeight() && holds(picture, y, color);
            if (held && from < 0) {
                from = y;
            } else if (!held && from >= 0) {
                found.add(new Stretch(from, y - 1));
                from = -1;
            }
        }
        return found;
    }

    /** Eight pixels side by side: letters are thinner. */
    private static boolean holds(BufferedImage picture, int y, int color) {
        int together = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            together = is(picture, x, y, color) ? together + 1 : 0;
            if (together == 8) {
                return true;
            }
        }
        return false;
    }

    private static int count(BufferedImage picture, Stretch rows, int color) {
        int count = 0;
        for (int y = rows.from(); y <= rows.to(); y++) {
            for (int x = 0; x < picture.getWidth() / 2 + 40; x++) {
                count += is(picture, x, y, color) && x > 30 ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean is(BufferedImage picture, int x, int y, int color) {
        return (picture.getRGB(x, y) & 0xFFFFFF) == color;
    }
}
