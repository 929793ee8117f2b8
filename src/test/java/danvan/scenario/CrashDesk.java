package danvan.scenario;

import static danvan.scenario.Edited.add;

import danvan.scenario.OfficePc.Chosen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The office at its PC, at a desk that is killed again and again: fetches the glossary's workbook, adds an abbreviation, sends
 * it and has it put into use, as often as it takes. What the desk has said was done must stand in the workbook from then on,
 * once.
 */
final class CrashDesk {
    private static final String SHEET = "Viết tắt";

    private final OfficePc pc;
    private final Duration patience;
    private final Consumer<OfficePc> opensDesk;
    private final List<String> done = new ArrayList<>();

    /** @param opensDesk says the code of the page in a chat, and taps the number */
    CrashDesk(String root, Duration patience, Consumer<OfficePc> opensDesk) {
        this.pc = new OfficePc(root);
        this.patience = patience;
        this.opensDesk = opensDesk;
    }

    /** Adds one abbreviation; what was lost is said, and nothing otherwise. */
    String step() {
        String word = word(done.size());
        boolean told = false;
        long limit = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < limit) {
            byte[] workbook = surely(this::glossary);
            List<String> there = words(workbook);
            for (String before : done) {
                if (there.stream().filter(before::equals).count() != 1) {
                    return before + " was put into use and stands there other than once: " + there;
                }
            }
            if (there.contains(word)) {
                done.add(word);
                return "";
            }
            if (told) {
                return "the desk said that " + word + " was put into use, and it is not there: " + there;
            }
            told = sent(Edited.workbook(
                    workbook,
                    book -> add(
                            book.getSheet(SHEET),
                            word,
                            "thử nghiệm " + word,
                            word.toLowerCase(java.util.Locale.ROOT),
                            "")));
        }
        return "the desk did not take " + word + " in " + patience + ": " + pc.text();
    }

    int done() {
        return done.size();
    }

    /** Whether the desk says that the workbook was put into use. */
    private boolean sent(byte[] workbook) {
        try {
            pc.opens("desk/uploads").uploads("/glossary", new Chosen("tu-dien.xlsx", workbook));
            return pc.presses("Đưa vào dùng").status() == 200;
        } catch (AssertionError killed) {
            // Nobody knows what became of it; the workbook tells.
            return false;
        }
    }

    private byte[] glossary() {
        pc.opens("desk/uploads/glossary/file");
        if (pc.status() == 401) {
            pc.opens("desk").presses("Lấy mã");
            opensDesk.accept(pc);
            pc.opens("desk/code").opens("desk/uploads/glossary/file");
        }
        pc.isAnswered(200);
        return pc.bytes();
    }

    private byte[] surely(Supplier<byte[]> request) {
        long limit = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return request.get();
            } catch (AssertionError killed) {
                if (System.nanoTime() > limit) {
                    throw killed;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static List<String> words(byte[] workbook) {
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return StreamSupport.stream(opened.getSheet(SHEET).spliterator(), false)
                    .map(row -> String.valueOf(row.getCell(0)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Letters alone, another for each number. */
    private static String word(int number) {
        return "ZQ" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26) + "X".repeat(number / 676);
    }
}
