package danvan.library.imports.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/** Takes down the straight lines of a page while its text is read: strokes, and surfaces as thin as a stroke. */
final class Rulings {
    private static final List<String> BUILDING = List.of("m", "l", "c", "v", "y", "h", "re");
    private static final List<String> PAINTING = List.of("S", "s", "B", "B*", "b", "b*", "f", "F", "f*", "n");
    private static final float THIN = 3;
    private static final float STRAIGHT = 1;
    /** A map or a drawing has more, and no table. */
    private static final int MOST = 40_000;

    private record Segment(Point2D.Float from, Point2D.Float to) {}

    private final PDFStreamEngine engine;
    private final List<Segment> page = new ArrayList<>();
    private final List<List<Segment>> path = new ArrayList<>();
    /** Of the path that is being built. */
    private int pieces;

    private Point2D.Float start = new Point2D.Float();
    private Point2D.Float current = new Point2D.Float();

    Rulings(PDFStreamEngine engine) {
        this.engine = engine;
        BUILDING.forEach(name -> engine.addOperator(new Drawing(name)));
        PAINTING.forEach(name -> engine.addOperator(new Drawing(name)));
    }

    /** Those of the page that was read, which are forgotten with that; none where they are too many. */
    List<Ruling> take(PageFrame frame, float left, float bottom) {
        List<Ruling> rulings = new ArrayList<>();
        if (page.size() <= MOST) {
            for (Segment segment : page) {
                float x1 = frame.x(segment.from().x - left, segment.from().y - bottom);
                float y1 = frame.y(segment.from().x - left, segment.from().y - bottom);
                float x2 = frame.x(segment.to().x - left, segment.to().y - bottom);
                float y2 = frame.y(segment.to().x - left, segment.to().y - bottom);
                // A dot is a piece of either.
                if (Math.abs(y1 - y2) <= STRAIGHT) {
                    rulings.add(new Ruling(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
                }
                if (Math.abs(x1 - x2) <= STRAIGHT) {
                    rulings.add(new Ruling(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
                }
            }
        }
        page.clear();
        return Ruling.joined(rulings);
    }

    private final class Drawing extends OperatorProcessor {
        private final String name;

        Drawing(String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float[] numbers = new float[operands.size()];
            for (int i = 0; i < numbers.length; i++) {
                if (!(operands.get(i) instanceof COSNumber number)) {
                    return;
                }
                numbers[i] = number.floatValue();
            }
            draw(name, numbers);
        }
    }

    private void draw(String name, float[] numbers) {
        IntFunction<Point2D.Float> point = i -> place(numbers[i], numbers[i + 1]);
        int needed = switch (name) {
            case "m", "l" -> 2;
            case "v", "y", "re" -> 4;
            case "c" -> 6;
            default -> 0;
        };
        if (numbers.length < needed) {
            return;
        }
        if (page.size() > MOST || pieces > MOST) {
            path.clear();
            pieces = PAINTING.contains(name) ? 0 : pieces;
            return;
        }
        switch (name) {
            case "m" -> begin(point.apply(0));
            case "l" -> to(point.apply(0));
            case "c", "v", "y" -> current = point.apply(needed - 2);
            case "h" -> to(start);
            case "re" -> {
                begin(point.apply(0));
                to(place(numbers[0] + numbers[2], numbers[1]));
                to(place(numbers[0] + numbers[2], numbers[1] + numbers[3]));
                to(place(numbers[0], numbers[1] + numbers[3]));
                to(start);
            }
            case "s", "b", "b*" -> {
                to(start);
                stroke();
            }
            case "S", "B", "B*" -> stroke();
            case "f", "F", "f*" -> fill();
            default -> end();
        }
    }

    private Point2D.Float place(float x, float y) {
        Matrix matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
        return matrix.transformPoint(x, y);
    }

    private void begin(Point2D.Float point) {
        start = point;
        current = point;
        path.add(new ArrayList<>());
    }

    private void to(Point2D.Float point) {
        if (path.isEmpty()) {
            path.add(new ArrayList<>());
        }
        path.get(path.size() - 1).add(new Segment(current, point));
        pieces++;
        current = point;
    }

    private void stroke() {
        path.forEach(part -> thin(part).ifPresentOrElse(page::add, () -> page.addAll(part)));
        end();
    }

    private void fill() {
        path.forEach(part -> thin(part).ifPresent(page::add));
        end();
    }

    private void end() {
        path.clear();
        pieces = 0;
    }

    /** The line that a thin surface is seen as. */
    private static java.util.Optional<Segment> thin(List<Segment> part) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (Segment segment : part) {
            for (Point2D.Float point : List.of(segment.from(), segment.to())) {
                left = Math.min(left, point.x);
                right = Math.max(right, point.x);
                low = Math.min(low, point.y);
                high = Math.max(high, point.y);
            }
        }
        if (part.isEmpty() || Math.min(right - left, high - low) > THIN) {
            return java.util.Optional.empty();
        }
        boolean level = right - left >= high - low;
        float x = (left + right) / 2;
        float y = (low + high) / 2;
        return java.util.Optional.of(
                level
                        ? new Segment(new Point2D.Float(left, y), new Point2D.Float(right, y))
                        : new Segment(new Point2D.Float(x, low), new Point2D.Float(x, high)));
    }
}
