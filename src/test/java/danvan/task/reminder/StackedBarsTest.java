package danvan.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StackedBarsTest {
    @Test
    void theChartIsAPictureAsWideAsAPhone() throws Exception {
        byte[] png = new StackedBars()
                .png(
                        "Tuần từ 15/01: việc theo đơn vị",
                        "",
                        List.of(
                                "huyện Đông Hưng",
                                "huyện Hưng Hà",
                                "huyện Quỳnh Phụ",
                                "thành phố Thái Bình",
                                "huyện Vũ Thư"),
                        List.of(
                                new StackedBars.Part("Đã xong", List.of(12L, 9L, 14L, 3L, 8L)),
                                new StackedBars.Part("Quá hạn", List.of(4L, 6L, 0L, 7L, 1L)),
                                new StackedBars.Part("Đang làm", List.of(3L, 2L, 5L, 4L, 6L))));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(720);
        assertThat(png.length).isLessThan(200_000);
        Files.write(Path.of("target", "digest.png"), png);
    }

    /** Every second name was left out where there were many: half of the districts had a bar without a name. */
    @Test
    void everyBarHasItsName() throws Exception {
        List<String> names =
                IntStream.rangeClosed(1, 10).mapToObj(i -> "đơn vị " + i).toList();
        List<Long> ones = Collections.nCopies(10, 1L);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                new StackedBars().png("x", "", names, List.of(new StackedBars.Part("y", ones)))));
        // How high the names stand depends on the machine's letters: on the line where most are.
        int most = IntStream.rangeClosed(580, 670)
                .map(y -> inked(picture, y))
                .max()
                .orElseThrow();
        assertThat(most).as("names across the picture").isGreaterThanOrEqualTo(10);
    }

    /** How many stretches of dark there are on a line. */
    private static int inked(BufferedImage picture, int y) {
        int stretches = 0;
        int white = Integer.MAX_VALUE / 2;
        for (int x = 0; x < picture.getWidth(); x++) {
            boolean dark = (picture.getRGB(x, y) & 0xFF) < 128;
            if (dark && white > 12) {
                stretches++;
            }
            white = dark ? 0 : white + 1;
        }
        return stretches;
    }

    @Test
    void aChartOfNothingIsDrawnToo() {
        assertThat(new StackedBars().png("x", "", List.of("a"), List.of(new StackedBars.Part("b", List.of(0L)))))
                .isNotEmpty();
    }
}
