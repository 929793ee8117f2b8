package danvan.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StackedBarsTest {
    @Test
    void theChartIsAPictureAsWideAsAPhone() throws Exception {
        byte[] png = new StackedBars()
                .png(
                        "Tuần từ 15/01: việc theo đơn vị",
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

    @Test
    void aChartOfNothingIsDrawnToo() {
        assertThat(new StackedBars().png("x", List.of("a"), List.of(new StackedBars.Part("b", List.of(0L)))))
                .isNotEmpty();
    }
}
