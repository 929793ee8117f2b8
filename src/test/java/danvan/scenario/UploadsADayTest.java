package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.text.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody fills the disk: what a member may send a day is bounded over all channels, and who has sent it is told so. */
class UploadsADayTest {
    private static final String FULL = "đủ số tệp cho phép";

    @TempDir
    private Path data;

    private Bot bot;
    private String page;
    private Member lan;

    @BeforeEach
    void opens() {
        bot = new Bot(
                data,
                false,
                Pace.unlimited(),
                Map.of(
                        "DANVAN_WEB_PORT",
                        "0",
                        "DANVAN_REPORTS_FILES_A_DAY",
                        "3",
                        "DANVAN_REPORTS_MEGABYTES_A_DAY",
                        "1"));
        page = bot.app().openPage();
        lan = bot.member("Lan Hai", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void theFourthFileOfADayIsNotTakenAndTheNextDaysIs() {
        for (int i = 0; i < 3; i++) {
            lan.sendsPhoto(new byte[] {1, 2, 3});
            lan.doesNotSee(FULL);
        }
        lan.sendsPhoto(new byte[] {1, 2, 3});
        lan.sees(FULL);
        lan.sees("tối đa 3 tệp");
        bot.clockAdvances(Duration.ofDays(1));
        lan.sendsPhoto(new byte[] {1, 2, 3});
        lan.doesNotSee(FULL);
    }

    @Test
    void whatIsTooMuchInAllIsNotTaken() {
        lan.sendsPhoto(new byte[700_000]);
        lan.doesNotSee(FULL);
        lan.sendsPhoto(new byte[700_000]);
        lan.sees(FULL);
        lan.sendsPhoto(new byte[100]);
        lan.doesNotSee(FULL);
    }

    @Test
    void theOfficeHasRoomForMore() {
        Member hang = bot.member("Hằng", Role.OFFICE, "tinh-thai-binh", Language.VI);
        for (int i = 0; i < 5; i++) {
            hang.sendsPhoto(new byte[] {1, 2, 3});
            hang.doesNotSee(FULL);
        }
    }

    /** The page and Telegram draw on the same day. A file of the page is counted once, though it is there before its turn. */
    @Test
    void thePageCountsOnTheSameDay() throws Exception {
        lan.says("/lienket");
        String link = lan.reads("/c/");
        lan.sendsPhoto(new byte[] {1, 2, 3});
        assertThat(uploads(link, "file-0001").statusCode()).isEqualTo(200);
        assertThat(uploads(link, "file-0002").statusCode()).isEqualTo(200);
        bot.settles();
        Browser browser = new Browser(page);
        assertThat(browser.talk(link)).doesNotContain(FULL);
        assertThat(uploads(link, "file-0003").statusCode()).isEqualTo(200);
        bot.settles();
        assertThat(browser.talk(link)).contains(FULL);
        lan.sendsPhoto(new byte[] {1, 2, 3});
        lan.sees(FULL);
    }

    private HttpResponse<String> uploads(String link, String id) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        page + "c/" + link + "/file?id=" + id + "&type=image/jpeg&name=a.jpg"))
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3}))
                                .build(),
                        BodyHandlers.ofString());
    }
}
