package danvan.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.channel.telegram.Batch.Foreign;
import danvan.channel.telegram.Batch.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One update that could not be read took all others of its answer with it; each is now read by itself. */
class BatchTest {
    private static final String HEAD = "{\"ok\":true,\"result\":[";

    @Test
    void aWholeAnswerIsItsUpdatesOneByOne() throws Foreign {
        Batch batch = Batch.read(answer(words(7, "một"), words(8, "hai")), false);
        assertThat(names(batch)).containsExactly("7", "8");
        assertThat(batch.isCut()).isFalse();
        assertThat(batch.pieces()).allMatch(piece -> piece.content() != null);
        assertThat(Batch.read(answer(), false).pieces()).isEmpty();
    }

    @Test
    void nullsAndOtherTypesInTheListSpoilNoneOfTheOthers() throws Foreign {
        Batch batch = Batch.read(
                answer("null", words(7, "một"), "12", "\"x\"", "[]", "{\"update_id\":null}", words(8, "hai")), false);
        assertThat(numbers(batch)).containsExactly(0L, 7L, 0L, 0L, 0L, 0L, 8L);
        assertThat(names(batch)).doesNotHaveDuplicates();
        assertThat(batch.pieces().get(0).content()).isNull();
        assertThat(batch.pieces().get(5).content()).isNotNull();
    }

    @Test
    void aNumberThatTelegramCannotHaveGivenIsNone() throws Foreign {
        for (String number :
                List.of("0", "-1", "2147483647", "2147483648", "1e3", "7.5", "1E+400", "\"7\"", "true", "[7]")) {
            Batch batch = Batch.read(answer("{\"update_id\":" + number + "}"), false);
            assertThat(numbers(batch)).as(number).containsExactly(0L);
            assertThat(names(batch).get(0)).startsWith("unnumbered ");
        }
    }

    /** Several updates numbered 1E+400 were all kept as number 1, and so all but one were lost. */
    @Test
    void theFirstFiguresOfADamagedNumberAreNoNumber() throws Foreign {
        Set<String> names = new HashSet<>();
        for (String number : List.of("1E+400", "1E+401", "1.5", "12x", "7\u0000", "12345678901234567890")) {
            Batch batch = Batch.read(answer("{\"update_id\":" + number + ",\"poll\":{\"id\":]}", words(9, "x")), false);
            assertThat(numbers(batch)).as(number).containsExactly(0L, 9L);
            names.add(batch.pieces().get(0).name());
        }
        assertThat(names).hasSize(6).allMatch(name -> name.startsWith("unnumbered "));
    }

    @Test
    void whatCannotBeReadKeepsItsNumberAndTheOthersAreWhole() throws Foreign {
        Batch batch = Batch.read(
                answer(words(7, "một"), "{\"update_id\":8,\"message\":{\"text\":\"h}", words(9, "ba"), words(10, "tư")),
                false);
        assertThat(names(batch)).containsExactly("7", "8", "9", "10");
        assertThat(batch.pieces().get(1).content()).isNull();
        assertThat(batch.pieces()).filteredOn(piece -> piece.content() != null).hasSize(3);
        assertThat(batch.isCut()).isFalse();
    }

    @Test
    void whatSomebodyTypesLooksLikeNoUpdate() throws Foreign {
        String typed = "{\\\"update_id\\\":99,\\\"message\\\":{}}";
        Batch batch = Batch.read(answer(words(7, typed), "{\"update_id\":8,!}"), false);
        assertThat(names(batch)).containsExactly("7", "8");
    }

    @Test
    void updatesWithoutANumberBehindAWholeOneAreEachKept() throws Foreign {
        Batch batch = Batch.read(
                answer(
                        words(7, "một"),
                        "{\"poll\":{\"id\":\"1\"}}",
                        "{\"poll\":{\"id\":\"2\"}}",
                        "{\"update_id\":8,!}"),
                false);
        assertThat(numbers(batch)).containsExactly(7L, 0L, 0L, 8L);
        assertThat(names(batch)).doesNotHaveDuplicates();
    }

    @Test
    void withoutANumberItHasTheSameNameAtEachDelivery() throws Foreign {
        String unnumbered = "{\"poll\":{\"id\":\"1\"}}";
        String damaged = "{\"update_id\":[],\"poll\":{\"id\":tru}}";
        Batch whole = Batch.read(answer(unnumbered, words(8, "hai")), false);
        Batch torn = Batch.read(answer(words(7, "một"), unnumbered, damaged), false);
        Batch later = Batch.read(answer(words(7, "một"), unnumbered, damaged, words(8, "hai")), false);
        assertThat(names(torn)).contains(names(whole).get(0));
        // Another one behind it now, and a comma between them.
        assertThat(names(later)).startsWith(names(torn).toArray(new String[0]));
    }

    @Test
    void anAnswerThatBreaksOffHoldsWhatCameWholeAndSaysSo() throws Foreign {
        String answer = answer(words(7, "một"), words(8, "hai"));
        int whole = answer.indexOf("},{") + 1;
        for (int end = HEAD.length() + 1; end < answer.length(); end++) {
            Batch batch = Batch.read(answer.substring(0, end), true);
            assertThat(batch.isCut()).as("cut at " + end).isTrue();
            List<Piece> readable = batch.pieces().stream()
                    .filter(piece -> piece.content() != null)
                    .toList();
            assertThat(readable.size())
                    .as("cut at " + end)
                    .isEqualTo(end < whole ? 0 : end < answer.length() - 2 ? 1 : 2);
            // A number that broke off is none: 1 is not what has become of 12.
            assertThat(numbers(batch))
                    .as("cut at " + end)
                    .allMatch(number -> number == 0 || number == 7 || number == 8);
        }
    }

    @Test
    void aNumberThatBrokeOffIsNone() throws Foreign {
        String answer = answer(words(1234, "x"));
        for (int end = answer.indexOf("1234") + 1; end <= answer.indexOf("1234") + 4; end++) {
            assertThat(numbers(Batch.read(answer.substring(0, end), true))).containsExactly(0L);
        }
    }

    @Test
    void anAnswerThatIsNoneOfTheBotApisIsToldAndHoldsNothing() {
        assertThatThrownBy(() -> Batch.read("<html><body>Đăng nhập Wi-Fi</body></html>", false))
                .isInstanceOf(Foreign.class)
                .hasMessageContaining("web page")
                .hasMessageContaining("telegram.api-url");
        assertThatThrownBy(() -> Batch.read("{\"ok\":false,\"description\":\"Unauthorized\"}", false))
                .isInstanceOf(Foreign.class)
                .hasMessage("Unauthorized");
        for (String other :
                List.of("", "   ", "null", "[]", "12", "{}", "{\"ok\":true}", "{\"ok\":true,\"result\":true}")) {
            assertThatThrownBy(() -> Batch.read(other, false)).as(other).isInstanceOf(Foreign.class);
        }
        for (String begun : List.of("{\"ok\":tr", HEAD, "{\"ok\":true,\"result\":")) {
            assertThatThrownBy(() -> Batch.read(begun, true)).as(begun).isInstanceOf(Foreign.class);
        }
    }

    @Test
    void whatLiesTooDeepSpoilsOnlyItself() throws Foreign {
        String deep = "[".repeat(100_000);
        Batch batch = Batch.read(
                answer("{\"update_id\":7,\"poll\":" + deep + "]".repeat(100_000) + "}", words(8, "hai")), false);
        assertThat(names(batch)).containsExactly("7", "8");
        Batch open = Batch.read(answer("{\"update_id\":7,\"poll\":" + deep + "}", words(8, "hai")), false);
        assertThat(names(open)).containsExactly("7", "8");
    }

    private static String answer(String... updates) {
        return HEAD + String.join(",", updates) + "]}";
    }

    private static String words(int number, String text) {
        return "{\"update_id\":" + number + ",\"message\":{\"text\":\"" + text + "\"}}";
    }

    private static List<String> names(Batch batch) {
        return batch.pieces().stream().map(Piece::name).toList();
    }

    private static List<Long> numbers(Batch batch) {
        return batch.pieces().stream().map(piece -> piece.number().orElse(0)).toList();
    }
}
