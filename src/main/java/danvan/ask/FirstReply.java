package danvan.ask;

import danvan.library.Finding;
import danvan.library.Library;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said at first to a message by somebody who asked nothing before, as it is read on the phone. */
final class FirstReply {
    private static final Topics.Topic NOTHING_BEFORE = new Topics.Topic(Optional.empty(), Optional.empty());

    private final Library library;
    private final Texts texts;
    private final LocalDate today;

    FirstReply(Library library, Texts texts, LocalDate today) {
        this.library = library;
        this.texts = texts;
        this.today = today;
    }

    /**
     * A reply.
     *
     * @param answers whether a passage is quoted
     * @param text without its markup
     */
    record Said(boolean answers, String text) {}

    Said to(String words) {
        Search search = new Search(library, (question, books) -> Optional.empty(), Language.VI.code(), today);
        List<Search.Looked> all = search.message(words, NOTHING_BEFORE);
        return new Said(
                all.stream().anyMatch(looked -> looked.finding() instanceof Finding.Found),
                all.stream().map(this::text).collect(Collectors.joining("\n\n")));
    }

    private String text(Search.Looked looked) {
        Language language = Language.of(looked.finding().questionLanguage()).orElse(Language.VI);
        AnswerView view = new AnswerView(library, texts.in(language), today);
        return Markup.strip(looked.finding().accept(new Finding.Visitor<String>() {
            @Override
            public String found(Finding.Found found) {
                return view.found(1, looked.searched(), found).text();
            }

            @Override
            public String whichDocument(Finding.WhichDocument which) {
                return view.which(1, which.candidates()).text();
            }

            @Override
            public String notFound(Finding.NotFound notFound) {
                return view.notFound(1, notFound).text();
            }
        }));
    }
}
