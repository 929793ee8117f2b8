package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every page: it speaks each language, and has nothing that the content policy forbids. */
class DeskPagesTest {
    private static final List<String> PAGES = List.of(
            "desk",
            "desk/reports",
            "desk/coverage",
            "desk/figures",
            "desk/programme",
            "desk/programme?month=2024-03",
            "desk/programme/tasks",
            "desk/programme/2024/T1",
            "desk/extensions",
            "desk/questions",
            "desk/answers",
            "desk/documents",
            "desk/broadcasts",
            "desk/broadcasts/new",
            "desk/members",
            "desk/units?ended=on",
            "desk/forms",
            "desk/forms/lang",
            "desk/glossary",
            "desk/uploads",
            "desk/files",
            "desk/audit",
            "desk/sessions");

    @TempDir
    private Path data;

    private Bot bot;
    private String root;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void everyPageSpeaksEveryLanguageAndHasNothingInlined() {
        for (Language language : Language.values()) {
            OfficePc pc = new OfficePc(bot, root)
                    .comesInAs(bot.member("Ada " + language, Role.ADMINISTRATOR, "tinh-thai-binh", language));
            for (String path : PAGES) {
                pc.opens(path);
                String page = path + " in " + language;
                assertThat(pc.status()).as(page).isEqualTo(200);
                assertThat(pc.page().select("html").attr("lang")).as(page).isEqualTo(language.code());
                Document found = pc.page();
                assertThat(found.select(
                                "[style], style, script:not([src]), [onclick], [onchange], a[href^=javascript]"))
                        .as(page)
                        .isEmpty();
                assertThat(found.select("main h1, main h2").isEmpty())
                        .as("a heading on " + page)
                        .isFalse();
                assertThat(found.select("main input:not([type=hidden]), main select, main textarea").stream()
                                .filter(field -> field.closest("label") == null
                                        && !field.hasAttr("aria-label")
                                        && found.select("label[for=" + field.id() + "]")
                                                .isEmpty()))
                        .as("fields without a label on " + page)
                        .isEmpty();
                assertThat(found.select("form[method=post]").stream()
                                .filter(form -> form.select("input[name=csrf]").isEmpty()))
                        .as("forms without the token on " + page)
                        .isEmpty();
            }
        }
    }

    /** A form that takes files must have its token before them: nothing of a file is kept before it is known. */
    @Test
    void theTokenStandsBeforeTheFiles() {
        OfficePc pc =
                new OfficePc(bot, root).comesInAs(bot.member("Ada", Role.ADMINISTRATOR, "tinh-thai-binh", Language.EN));
        for (String path : List.of("desk/uploads", "desk/documents")) {
            assertThat(pc.opens(path).page().select("form[enctype]"))
                    .isNotEmpty()
                    .allSatisfy(form -> {
                        List<String> names = form.select("input").eachAttr("name");
                        assertThat(names.indexOf("csrf")).isZero();
                        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
                    });
        }
    }
}
