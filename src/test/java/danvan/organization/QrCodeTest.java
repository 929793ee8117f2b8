package danvan.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is read again by a reader of such codes. */
public class QrCodeTest {

    /** What a picture says to a phone's camera. */
    public static String scanned(byte[] png) throws Exception {
        return scanned(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static String scanned(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://t.me/danvan_bot?start=ABCDEFGH23",
                "https://bot.example.vn/duong-dan/c/ABCDEFGH23",
                "https://bot.example/c/xã-Tiến-Đức-ığüş"
            })
    void thePictureSaysTheLink(String link) throws Exception {
        assertThat(scanned(new QrCode(link).png())).isEqualTo(link);
    }

    /** The page draws the same code: the path is painted here as a browser would. */
    @Test
    void theDrawingSaysTheLink() throws Exception {
        QrCode code = new QrCode("https://t.me/danvan_bot?start=ABCDEFGH23");
        int each = 6;
        int width = code.size() * each;
        BufferedImage picture = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, width);
        pen.setColor(java.awt.Color.BLACK);
        Matcher runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z").matcher(code.path());
        int end = 0;
        while (runs.find()) {
            assertThat(runs.start()).isEqualTo(end);
            assertThat(runs.group(3)).isEqualTo(runs.group(4));
            end = runs.end();
            pen.fillRect(
                    Integer.parseInt(runs.group(1)) * each,
                    Integer.parseInt(runs.group(2)) * each,
                    Integer.parseInt(runs.group(3)) * each,
                    each);
        }
        pen.dispose();
        assertThat(end).isEqualTo(code.path().length());
        assertThat(scanned(picture)).isEqualTo("https://t.me/danvan_bot?start=ABCDEFGH23");
    }

    @Test
    void whatNoCodeHoldsIsRefused() {
        assertThatThrownBy(() -> new QrCode("x".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
