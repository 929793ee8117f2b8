package danvan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlphabetTest {
    /** The database put Đông Hưng behind Vũ Thư. */
    @Test
    void dWithAStrokeStandsBehindDAndNotAtTheEnd() {
        List<String> units = Stream.of("huyện Vũ Thư", "huyện Đông Hưng", "huyện Duy Tiên", "huyện Hưng Hà")
                .sorted(Alphabet.words(Function.identity()))
                .toList();
        assertThat(units).containsExactly("huyện Duy Tiên", "huyện Đông Hưng", "huyện Hưng Hà", "huyện Vũ Thư");
    }

    @Test
    void peopleStandByTheirGivenNames() {
        List<String> people = Stream.of("Bùi Văn Tám", "Vũ Thị Đào", "Trần Thị An", "Lê An", "Hoa")
                .sorted(Alphabet.people(Function.identity()))
                .toList();
        assertThat(people).containsExactly("Lê An", "Trần Thị An", "Vũ Thị Đào", "Hoa", "Bùi Văn Tám");
    }
}
