package danvan.library;

import java.util.List;
import java.util.Optional;

/** What the library has to say to a question: one of four. */
public sealed interface Finding {
    /** The language the question was asked in: "vi", "tr" or "en". */
    String questionLanguage();

    /** Answers by kind; Java 17 has no switch over types. */
    <T> T accept(Visitor<T> visitor);

    /** One method for each kind of finding. */
    interface Visitor<T> {
        T found(Found found);

        T likely(Likely likely);

        T whichDocument(WhichDocument which);

        T notFound(NotFound notFound);
    }

    /**
     * A passage that answers, as sure as the library can be.
     *
     * @param others further passages, best first: the rest of a two-part question, or what else to read
     * @param ofTheDocument what was asked of the document as a whole: its links answer, and the passage goes with them
     */
    record Found(Hit best, List<Hit> others, String questionLanguage, Optional<DocumentQuestion> ofTheDocument)
            implements Finding {
        public Found {
            others = List.copyOf(others);
        }

        public Found(Hit best, List<Hit> others, String questionLanguage) {
            this(best, others, questionLanguage, Optional.empty());
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.found(this);
        }
    }

    /**
     * The passage nearest to the question, which may answer it: it is shown as such, and never as the answer.
     *
     * @param others further passages, best first
     */
    record Likely(Hit best, List<Hit> others, String questionLanguage) implements Finding {
        public Likely {
            others = List.copyOf(others);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.likely(this);
        }
    }

    /** The number named in the question is borne by several documents, and nothing in it tells which: ask back. */
    record WhichDocument(List<Document> candidates, String questionLanguage) implements Finding {
        public WhichDocument {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("asking back needs two candidates, not " + candidates.size());
            }
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.whichDocument(this);
        }
    }

    /**
     * Nothing in the library answers.
     *
     * @param nearMisses at most two passages, to be shown as such and never as the answer
     * @param gap the known gap the question falls into, if it does
     */
    record NotFound(List<Hit> nearMisses, Optional<Gap> gap, String questionLanguage) implements Finding {
        public static final int MOST_NEAR_MISSES = 2;

        public NotFound {
            nearMisses = List.copyOf(nearMisses);
            if (nearMisses.size() > MOST_NEAR_MISSES) {
                throw new IllegalArgumentException("at most two near misses, not " + nearMisses.size());
            }
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.notFound(this);
        }
    }
}
