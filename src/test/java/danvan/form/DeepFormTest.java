package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.patterns.DeepText;
import danvan.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No form that was sent in goes deep with its brackets; or it is refused in words. */
class DeepFormTest {
    @Test
    void readsFormsOrSaysWhatIsWrongWithThem() {
        DeepText.readBy("a YAML form", text -> {
            read("deep.yml", text);
            read("deep.yml", """
                    settings: [{form_id: deep, form_title: Deep}]
                    survey:
                      - {type: integer, name: age, label: Age}
                      - {type: text, name: why, label: Why, relevant: "%s"}
                      - {type: note, name: said, label: "%s"}
                    """.formatted(quoted("1 = " + text), quoted(text)));
        });
        DeepText.readBy("an XForm", text -> {
            read("deep.xml", text);
            read(
                    "deep.xml",
                    "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
                            + "<h:title>Deep</h:title><model><instance><data id=\"deep\"><why/></data></instance>"
                            + "<bind nodeset=\"/data/why\" type=\"string\" relevant=\"" + attribute("1 = " + text)
                            + "\"/></model></h:head><h:body><input ref=\"/data/why\"><label>Why</label></input></h:body>"
                            + "</h:html>");
        });
    }

    private static void read(String name, String content) {
        List<Problem> problems = new ArrayList<>();
        boolean good = FormLoader.read(name, content.getBytes(StandardCharsets.UTF_8), problems::add)
                .isPresent();
        assertThat(good || !problems.isEmpty()).as("refused without a word").isTrue();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
