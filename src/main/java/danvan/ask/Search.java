package danvan.ask;

import danvan.ask.Topics.Topic;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.library.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Looks a message up: each question in it, with the topic before it where it goes on with one. */
final class Search {
    private final Library library;
    private final BiFunction<Question, Library, Optional<CuratedAnswer>> curatedAnswers;
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
            String language,
            LocalDate today) {
        this.library = library;
        this.curatedAnswers = curatedAnswers;
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
        boolean answers() {
            return curated.isPresent() || !(finding instanceof Finding.NotFound);
        }

        boolean isJoined() {
            return !words.equals(searched);
        }
    }

    List<Looked> message(String words, Topic topic) {
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
            Looked joined = alone(words, FollowUp.join(topic.words().get(), words));
            if (joined.answers()) {
                return joined;
            }
        }
        return alone;
    }

    private Looked alone(String words, String searched) {
        Question question = asked(searched);
        return new Looked(
                words, searched, library.find(question), curatedAnswers.apply(question, library), Optional.empty());
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
