package danvan.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.patterns.DeepText;
import danvan.text.Markup;
import org.junit.jupiter.api.Test;

/** What is sent is cut and stripped without going deep, whatever somebody quoted. */
class DeepMarkupTest {
    @Test
    void cutsWhateverLiesInEachOther() {
        DeepText.readBy("MarkupCutter.cut", text -> {
            MarkupCutter.Cut cut = MarkupCutter.cut(Markup.escape(text), 4_000);
            assertThat(cut.first()).isNotEmpty();
        });
        DeepText.readBy("MarkupCutter.cut, marked", text -> MarkupCutter.cut(text, 4_000));
        DeepText.readBy("Markup.strip", text -> {
            assertThat(Markup.strip(Markup.escape(text))).isEqualTo(text);
        });
        DeepText.readBy("Markup.strip, marked", Markup::strip);
        DeepText.readBy("Batch.read", text -> {
            String update = "{\"update_id\":7,\"message\":" + text + "}";
            assertThat(Batch.read("{\"ok\":true,\"result\":[" + update + "]}", false)
                            .pieces())
                    .isNotEmpty();
        });
    }
}
