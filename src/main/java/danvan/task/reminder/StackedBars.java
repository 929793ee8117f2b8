package danvan.task.reminder;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/**
 * A chart of stacked bars that is read on a phone: 720 pixels square, large letters, three colours that also differ in
 * brightness. Safe for use by several threads.
 */
public final class StackedBars implements DigestChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 720;
    private static final List<Color> COLORS =
            List.of(new Color(0x2E7D32), new Color(0xC62828), new Color(0xFFCA28), new Color(0x546E7A));
    /** As long as "thành phố Thái Bình" and some more. */
    private static final int LONGEST = 22;

    /** A part of every bar. */
    public record Part(String name, List<Long> numbers) {
        public Part {
            numbers = List.copyOf(numbers);
        }
    }

    @Override
    public byte[] png(Words words, List<Bar> bars) {
        return png(
                words.title(),
                words.below(),
                bars.stream().map(Bar::unit).toList(),
                List.of(
                        new Part(words.done(), bars.stream().map(Bar::done).toList()),
                        new Part(words.late(), bars.stream().map(Bar::late).toList()),
                        new Part(words.open(), bars.stream().map(Bar::open).toList())));
    }

    /**
     * A chart as a PNG.
     *
     * @param below what is said below the bars; may be empty
     * @param names of the bars
     * @param parts each with a number for each bar
     */
    public byte[] png(String title, String below, List<String> names, List<Part> parts) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .build();
        Font letters = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
        chart.getStyler()
                .setStacked(true)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(letters.deriveFont(Font.BOLD, 26f))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendFont(letters)
                .setLegendBorderColor(Color.WHITE);
        if (!below.isEmpty()) {
            chart.setXAxisTitle(below);
            chart.getStyler().setAxisTitleFont(letters);
        }
        chart.getStyler().setAvailableSpaceFill(0.6);
        chart.getStyler().setAxisTickLabelsFont(letters);
        chart.getStyler().setXAxisLabelRotation(names.size() > 3 ? 60 : 0);
        // Else every second name is left out where there are many.
        chart.getStyler().setXAxisMaxLabelCount(Math.max(2, names.size()));
        chart.getStyler().setChartTitlePadding(12);
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setPlotGridLinesStroke(new BasicStroke(1f));
        List<String> labels = names.stream().map(StackedBars::shortened).toList();
        for (int i = 0; i < parts.size(); i++) {
            chart.addSeries(
                            parts.get(i).name(),
                            labels,
                            new ArrayList<>(parts.get(i).numbers()))
                    .setFillColor(COLORS.get(i % COLORS.size()));
        }
        // Bytes, not whole numbers a pixel: Java writes a PNG from these several times as fast.
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        chart.paint(pen, WIDTH, HEIGHT);
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("drawing a chart", e);
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }
}
