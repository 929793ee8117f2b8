package danvan.organization;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A link to be scanned: as a picture for a chat, as the path of a drawing for a page that is printed. */
public final class QrCode {
    /** What a phone's camera needs around it (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private static final int PIXELS_EACH = 12;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix modules;

    /** @param link of a few hundred characters at most */
    public QrCode(String link) {
        try {
            // At the size 1 each module is one bit; a printed sheet is folded and gets dirty.
            this.modules = new QRCodeWriter()
                    .encode(
                            link,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + link.length() + " characters", e);
        }
    }

    /** Its width and height in modules, the quiet zone included. */
    public int size() {
        return modules.getWidth();
    }

    /** The dark modules as an SVG path, in units of modules. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            int x = 0;
            while (x < size()) {
                int from = x;
                while (x < size() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from);
                    path.append("v1h-").append(x - from).append('z');
                } else {
                    x++;
                }
            }
        }
        return path.toString();
    }

    public byte[] png() {
        int width = size() * PIXELS_EACH;
        BufferedImage picture = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, modules.get(x / PIXELS_EACH, y / PIXELS_EACH) ? 0 : WHITE);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("every Java writes PNG");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a picture to memory", e);
        }
    }
}
