package danvan.report.push;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private Database database;
    private Files files;
    /** The scheme it asks for; none: it lets everybody in. */
    private Optional<String> challenge = Optional.empty();

    private List<Attached.Part> parts = List.of();

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
                    return code(204);
                }
                posts.add(request);
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
        String file = files.store(new ByteArrayInputStream("ảnh".getBytes(StandardCharsets.UTF_8)), 100)
                .id();
        parts = List.of(new Attached.Part("anh.jpg", "image/jpeg", file));
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

    private boolean wrong;

    /** Whether the secret is right; the digest is counted here the long way. */
    private boolean right(String sent) {
        if (wrong) {
            return false;
        }
        return sent.startsWith("Basic ") ? sent.equals("Basic Ym90Om3huq10") : DigestCheck.isRight(sent, "bot", "mật");
    }

    private OpenRosaPush push() {
        return new OpenRosaPush(
                database,
                files,
                URI.create(server.url("/v1/projects/1/submission").toString()),
                Optional.of("bot"),
                Optional.of("mật"),
                report -> parts,
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
