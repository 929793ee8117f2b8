package danvan.ask;

import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.LocalDate;
import java.util.Comparator;
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

    /** How much a reply claims. */
    enum Grade {
        /** A passage is quoted as the answer. */
        SURE,
        /** A passage is quoted as the nearest. */
        LIKELY,
        /** It is asked back which document is meant. */
        WHICH,
        REFUSED;

        static Grade of(Finding finding) {
            return finding.accept(new Finding.Visitor<Grade>() {
                @Override
                public Grade found(Finding.Found found) {
                    return SURE;
                }

                @Override
                public Grade likely(Finding.Likely likely) {
                    return LIKELY;
                }

                @Override
                public Grade whichDocument(Finding.WhichDocument which) {
                    return WHICH;
                }

                @Override
                public Grade notFound(Finding.NotFound notFound) {
                    return REFUSED;
                }
            });
        }
    }

    /**
     * A reply.
     *
     * @param grade of the surest of its parts
     * @param text without its markup
     * @param hits what was found for the surest part, the best first; near misses where it is refused
     */
    record Said(Grade grade, String text, List<Hit> hits) {
        boolean quotes() {
            return grade == Grade.SURE || grade == Grade.LIKELY;
        }
    }

    Said to(String words) {
        Search search = new Search(
                library,
                (question, books) -> Optional.empty(),
                (question, books) -> Optional.empty(),
                Language.VI.code(),
                today);
        List<Search.Looked> all = search.message(words, NOTHING_BEFORE);
        Finding surest = all.stream()
                .map(Search.Looked::finding)
                .min(Comparator.comparing(Grade::of))
                .orElseThrow();
        return new Said(
                Grade.of(surest),
                all.stream().map(this::text).collect(Collectors.joining("\n\n")),
                Search.hits(surest));
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
            public String likely(Finding.Likely likely) {
                return view.likely(1, looked.searched(), likely).text();
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
