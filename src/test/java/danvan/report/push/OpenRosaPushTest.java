package danvan.report.push;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.report.store.AnswerCipher;
import danvan.report.store.Attachment;
import danvan.report.store.ReportStore;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.HandClock;
import danvan.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server over HTTP, with its bad days. */
class OpenRosaPushTest {
    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-05T03:00:00Z");
    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> posts = new ArrayList<>();
    private final List<MockResponse> answers = new ArrayList<>();
    private final AnswerCipher cipher = AnswerCipher.of(Base64.getEncoder().encodeToString(new byte[32]));
    private Database database;
    private Files files;
    /** The scheme it asks for; none: it lets everybody in. */
    private Optional<String> challenge = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
        files = new Files(database, clock);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String sent = request.getHeaders().get("Authorization");
                if (challenge.isPresent() && (sent == null || !right(sent))) {
                    return new MockResponse.Builder()
                            .code(401)
                            .addHeader("WWW-Authenticate", challenge.get())
                            .build();
                }
                if (!"1.0".equals(request.getHeaders().get("X-OpenRosa-Version"))) {
                    return code(400);
                }
                if ("HEAD".equals(request.getMethod())) {
                    return new MockResponse.Builder()
                            .code(204)
                            .addHeader("X-OpenRosa-Accept-Content-Length", said)
                            .build();
                }
                posts.add(request);
                if (request.getBodySize() > most) {
                    return code(413);
                }
                return answers.isEmpty() ? code(201) : answers.remove(0);
            }
        });
        server.start();
        report(1);
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void aReportIsHandedOnOnceWithItsFiles() throws IOException, FileTooLarge {
        attached(part("anh.jpg", "ảnh"));
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(push().pushDue()).isZero();
        assertThat(posts).hasSize(1);
        assertThat(body(0)).contains("name=\"xml_submission_file\"", "uuid:1", "name=\"anh.jpg\"", "ảnh");
        report(2);
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(body(1)).contains("uuid:2");
    }

    @Test
    void whatFailedIsTriedAgainAfterAPauseThatGrowsAlsoAfterARestart() {
        answers.add(code(503));
        answers.add(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answers.add(code(202));
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(push().pushDue()).isZero();
        clock.advance(Duration.ofSeconds(10));
        assertThat(push().pushDue()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(push().pushDue()).isZero();
        clock.advance(Duration.ofSeconds(10));
        assertThat(push().pushDue()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(push().pushDue()).isZero();
        assertThat(posts).hasSize(3);
        assertThat(body(2)).contains("uuid:1");
    }

    @Test
    void whatTheServerRefusesIsNotTriedAgainAndHoldsUpNobody() {
        answers.add(code(400));
        report(2);
        assertThat(push().pushDue()).isEqualTo(2);
        clock.advance(Duration.ofDays(1));
        assertThat(push().pushDue()).isZero();
        assertThat(posts).hasSize(2);
    }

    @Test
    void digestIsAnsweredAndTheBodyIsSentOnce() {
        challenge = Optional.of("Digest realm=\"odk\", qop=\"auth\", nonce=\"abc\", algorithm=MD5");
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(posts).hasSize(1);
        assertThat(posts.get(0).getHeaders().get("Authorization"))
                .startsWith("Digest username=\"bot\", realm=\"odk\", nonce=\"abc\", uri=\"/v1/projects/1/submission\"");
    }

    @Test
    void basicIsAnsweredWhereNothingElseIsOffered() {
        challenge = Optional.of("Basic realm=\"odk\"");
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(posts).hasSize(1);
    }

    @Test
    void aWrongPasswordWaitsForAPersonToMendIt() {
        challenge = Optional.of("Digest realm=\"odk\", qop=\"auth\", nonce=\"abc\"");
        wrong = true;
        assertThat(push().pushDue()).isEqualTo(1);
        wrong = false;
        clock.advance(Duration.ofSeconds(10));
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(posts).hasSize(1);
    }

    /** Four files and a server that takes 2,000 bytes at once: one request of all was refused, and never tried again. */
    @Test
    void whatIsMoreThanTheServerTakesAtOnceGoesInSeveralRequestsOfTheSameAnswers() throws IOException, FileTooLarge {
        takes(2_000, "2000");
        attached(
                part("1.jpg", "a".repeat(600)),
                part("2.jpg", "b".repeat(600)),
                part("3.jpg", "c".repeat(1_200)),
                part("4.jpg", "d".repeat(10)));
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(posts).hasSizeGreaterThan(1).allSatisfy(post -> {
            assertThat(post.getBodySize()).isLessThanOrEqualTo(2_000);
            assertThat(post.getHeaders().get("Content-Length")).isEqualTo(Long.toString(post.getBodySize()));
            assertThat(post.getBody().utf8()).contains("<instanceID>uuid:1</instanceID>");
        });
        assertThat(sentFiles()).containsExactly("1.jpg", "2.jpg", "3.jpg", "4.jpg");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void aServerThatSaysNothingOrTooMuchOfItsLimitIsAskedInSmallerParts() throws IOException, FileTooLarge {
        takes(2_000, "2 kB");
        attached(part("1.jpg", "a".repeat(900)), part("2.jpg", "b".repeat(900)), part("3.jpg", "c".repeat(900)));
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(sentFiles()).containsExactly("1.jpg", "2.jpg", "3.jpg");
    }

    @Test
    void aFileThatIsLargerThanTheServerTakesIsToldOfAndTheRestGoes() throws IOException, FileTooLarge {
        for (String header : List.of("2000", "100000")) {
            posts.clear();
            takes(2_000, header);
            attached(part("film.mp4", "f".repeat(5_000)), part("anh.jpg", "a"));
            assertThat(push().pushDue()).isEqualTo(1);
            assertThat(sentFiles()).containsExactly("anh.jpg");
            assertThat(reason()).contains("without film.mp4 (5000 bytes");
            assertThat(state()).isEqualTo("SENT");
            database.change(tx -> tx.update("DELETE FROM report_push"));
        }
    }

    @Test
    void answersThatAloneAreTooLargeWaitUntilTheLimitIsRaised() {
        takes(10, "10");
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(state()).isEqualTo("WAITING");
        takes(Long.MAX_VALUE, "10000000");
        clock.advance(Duration.ofSeconds(10));
        assertThat(push().pushDue()).isEqualTo(1);
        assertThat(state()).isEqualTo("SENT");
    }

    private void takes(long bytes, String saying) {
        most = bytes;
        said = saying;
    }

    private Attachment part(String name, String content) throws IOException, FileTooLarge {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String file = files.store(new ByteArrayInputStream(bytes), 10_000).id();
        return new Attachment("/f/" + name, name, file, "image/jpeg", bytes.length, "", false);
    }

    /** The files of the first report. */
    private void attached(Attachment... files) {
        database.change(tx -> {
            tx.update("DELETE FROM report_file");
            for (Attachment file : files) {
                tx.update(
                        "INSERT INTO report_file (report_id, ref, name, file_id, media_type, bytes) VALUES"
                                + " ((SELECT MIN(id) FROM report), ?, ?, ?, ?, ?)",
                        file.ref(),
                        file.name(),
                        file.file(),
                        file.mediaType(),
                        file.bytes());
            }
        });
    }

    /** Those that the server took. */
    private List<String> sentFiles() {
        return posts.stream()
                .filter(post -> post.getBodySize() <= most)
                .flatMap(post -> Pattern.compile(" filename=\"([^\"]+)\"")
                        .matcher(post.getBody().utf8())
                        .results()
                        .map(found -> found.group(1)))
                .filter(name -> !name.equals("submission.xml"))
                .toList();
    }

    private String state() {
        return column("state");
    }

    private String reason() {
        return column("reason");
    }

    private String column(String name) {
        Optional<String> found =
                database.read(tx -> tx.one("SELECT " + name + " FROM report_push", row -> row.text(name)));
        return found.orElseThrow();
    }

    private boolean wrong;
    private volatile long most = Long.MAX_VALUE;
    private volatile String said = "10000000";

    /** Whether the secret is right; the digest is counted here the long way. */
    private boolean right(String sent) {
        if (wrong) {
            return false;
        }
        return sent.startsWith("Basic ") ? sent.equals("Basic Ym90Om3huq10") : DigestCheck.isRight(sent, "bot", "mật");
    }

    private OpenRosaPush push() {
        return new OpenRosaPush(
                new ReportStore(database, files, cipher, ZoneOffset.UTC),
                files,
                URI.create(server.url("/v1/projects/1/submission").toString()),
                Optional.of("bot"),
                Optional.of("mật"),
                clock);
    }

    private static MockResponse code(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    private String body(int number) {
        return posts.get(number).getBody().utf8();
    }

    private void report(int number) {
        database.change(tx -> tx.update(
                """
                INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                    submitted_at, urgent, instance_xml) VALUES (2024, ?, 'f', '1', 'F', ?, 1, 'xa', 0, 0, ?)
                """,
                number,
                "uuid:" + number,
                "<data id=\"f\"><meta><instanceID>uuid:" + number + "</instanceID></meta></data>"));
    }
}
