package danvan.ask;

import danvan.ask.Topics.Topic;
import danvan.library.AnsweredQuestion;
import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Question;
import danvan.library.query.Telex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Looks a message up: each question in it, with the topic before it where it goes on with one. */
final class Search {
    private final Library library;
    private final BiFunction<Question, Library, Optional<CuratedAnswer>> curatedAnswers;
    private final BiFunction<Question, Library, Optional<Hit>> learned;
    private final String language;
    private final LocalDate today;

    /**
     * A search.
     *
     * @param curatedAnswers what the office has answered to such a question before
     */
    Search(
            Library library,
            BiFunction<Question, Library, Optional<CuratedAnswer>> curatedAnswers,
            BiFunction<Question, Library, Optional<Hit>> learned,
            String language,
            LocalDate today) {
        this.library = library;
        this.curatedAnswers = curatedAnswers;
        this.learned = learned;
        this.language = language;
        this.today = today;
    }

    /**
     * What was found for a question.
     *
     * @param words as typed
     * @param searched what was looked for
     * @param curated the office's answer, which goes before the finding
     * @param within the document it was looked for in alone
     */
    record Looked(
            String words, String searched, Finding finding, Optional<CuratedAnswer> curated, Optional<String> within) {
        /** Whether no other reading of the message needs to be tried: a passage that is only near is no answer yet. */
        boolean answers() {
            return curated.isPresent() || finding instanceof Finding.Found || finding instanceof Finding.WhichDocument;
        }

        Optional<Passage> best() {
            return finding instanceof Finding.Found found
                    ? Optional.of(found.best().passage())
                    : Optional.empty();
        }

        Looked with(Finding other) {
            return new Looked(words, searched, other, curated, within);
        }

        boolean isJoined() {
            return !words.equals(searched);
        }
    }

    /** The passages of a finding, the best first. */
    static List<Hit> hits(Finding finding) {
        return finding.accept(new Finding.Visitor<List<Hit>>() {
            @Override
            public List<Hit> found(Finding.Found found) {
                return joined(found.best(), found.others());
            }

            @Override
            public List<Hit> likely(Finding.Likely likely) {
                return joined(likely.best(), likely.others());
            }

            @Override
            public List<Hit> whichDocument(Finding.WhichDocument which) {
                return List.of();
            }

            @Override
            public List<Hit> notFound(Finding.NotFound notFound) {
                return notFound.nearMisses();
            }

            private List<Hit> joined(Hit best, List<Hit> others) {
                List<Hit> all = new ArrayList<>(List.of(best));
                all.addAll(others);
                return all;
            }
        });
    }

    List<Looked> message(String typed, Topic topic) {
        String words = Telex.undone(typed);
        List<String> parts = Parts.of(words);
        if (parts.size() > 1) {
            List<Looked> all = new ArrayList<>();
            Topic before = topic;
            for (String part : parts) {
                Looked looked = question(part, before);
                all.add(looked);
                before = Topic.of(looked.searched());
            }
            if (all.stream().anyMatch(Looked::answers)) {
                return all;
            }
        }
        return List.of(question(words, topic));
    }

    private Looked question(String words, Topic topic) {
        Optional<Looked> within = topic.document().map(document -> in(document, words));
        if (within.filter(Looked::answers).isPresent()) {
            return within.get();
        }
        Looked alone = alone(words, words);
        boolean goesOn =
                topic.words().isPresent() && FollowUp.mayBe(words) && (FollowUp.isMarked(words) || !alone.answers());
        if (goesOn) {
            Optional<Looked> joined = goneOn(words, topic.words().get());
            if (joined.isPresent()) {
                return joined.get();
            }
        }
        return alone;
    }

    /**
     * The question before with what was added, where something is found that says what was added. The question before is
     * answered with any words behind it: "lương bao nhiêu" must not get its answer again.
     */
    private Optional<Looked> goneOn(String words, String before) {
        Looked joined = alone(words, FollowUp.join(before, words));
        if (!(joined.finding() instanceof Finding.Found found)
                || joined.curated().isPresent()
                || FollowUp.isPlace(words)) {
            return Optional.of(joined).filter(Looked::answers);
        }
        List<Hit> hits = new ArrayList<>(List.of(found.best()));
        hits.addAll(found.others());
        String added = FollowUp.said(words);
        Optional<Hit> saying =
                hits.stream().filter(hit -> says(hit.passage(), added)).findFirst();
        if (saying.isPresent()) {
            hits.remove(saying.get());
            return Optional.of(joined.with(new Finding.Found(saying.get(), hits, found.questionLanguage())));
        }
        boolean another =
                !found.best().passage().equals(alone(before, before).best().orElse(null));
        return FollowUp.isMarked(words) && another ? Optional.of(joined) : Optional.empty();
    }

    private boolean says(Passage passage, String words) {
        var said = new AnsweredQuestion(passage.language(), passage.heading(), passage.text());
        return library.compare(asked(words), List.of(said)).get(0).saysAll();
    }

    private Looked alone(String words, String searched) {
        Question question = asked(searched);
        return new Looked(
                words,
                searched,
                learnt(question, library.find(question)),
                curatedAnswers.apply(question, library),
                Optional.empty());
    }

    /** A passage that is known to answer a question like this one, where the library by itself is not sure. */
    private Finding learnt(Question question, Finding finding) {
        if (finding instanceof Finding.Found || finding instanceof Finding.WhichDocument) {
            return finding;
        }
        return learned.apply(question, library)
                .<Finding>map(hit -> new Finding.Found(
                        hit,
                        hits(finding).stream()
                                .filter(other -> !other.passage().equals(hit.passage()))
                                .toList(),
                        finding.questionLanguage()))
                .orElse(finding);
    }

    Looked in(String document, String words) {
        return new Looked(
                words, words, library.findIn(document, asked(words)), Optional.empty(), Optional.of(document));
    }

    /** In the documents, whatever the office said. */
    Looked inDocuments(String words) {
        return new Looked(words, words, library.find(asked(words)), Optional.empty(), Optional.empty());
    }

    private Question asked(String words) {
        return new Question(words, language, today);
    }
}
