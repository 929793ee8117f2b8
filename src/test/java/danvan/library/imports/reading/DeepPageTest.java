package danvan.library.imports.reading;

import danvan.library.imports.document.UnreadableFile;
import danvan.patterns.DeepText;
import org.junit.jupiter.api.Test;

/** A page that was sent in does not go deep with its tags. */
class DeepPageTest {
    @Test
    void readsPagesWhoseTagsLieInEachOther() {
        DeepText.readBy("HtmlReader.read", text -> read("<html><body>" + text + "</body></html>"));
        // The library that reads pages takes longer the deeper tables lie; in the bot it reads in a process with a time
        // limit.
        DeepText.readBy("divisions", "<div>".repeat(20_000) + "một", DeepPageTest::read);
        DeepText.readBy("tables", "<table><tr><td>".repeat(500) + "một", DeepPageTest::read);
        DeepText.readBy("lists", "<ul><li>".repeat(2_000) + "một", DeepPageTest::read);
    }

    private static void read(String html) {
        try {
            HtmlReader.read(html, "text/html");
        } catch (UnreadableFile e) {
            // Refused in its words.
        }
    }
}
