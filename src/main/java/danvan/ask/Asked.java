package danvan.ask;

import danvan.chat.Address;
import danvan.library.Document;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question as it was asked, and what became of it.
 *
 * @param number counts up within a member
 * @param language what the member was spoken to in
 * @param askedIn the language of the words themselves
 * @param words as typed; empty where they held personal data, which is not kept
 * @param searched what was looked for: the words, or the words joined to the topic before
 * @param shown what was shown or offered, the best first
 * @param from where the office's reply goes
 * @param unit the member's unit then
 */
record Asked(
        long member,
        long number,
        Instant at,
        Language language,
        String askedIn,
        String words,
        String searched,
        Outcome outcome,
        List<Ref> shown,
        Optional<Boolean> useful,
        Address from,
        String unit,
        Optional<Instant> handedAt,
        Optional<Reply> reply) {

    /** What the bot had to say. */
    enum Outcome {
        FOUND,
        /** The nearest passage was shown, as one that may not answer. */
        LIKELY,
        /** The office had answered a similar question before. */
        CURATED,
        /** Asked back which document is meant. */
        WHICH,
        NOT_FOUND;

        /** Whether a passage of a document was quoted. */
        boolean isQuoted() {
            return this == FOUND || this == LIKELY;
        }
    }

    /**
     * The office's reply.
     *
     * @param by the member who wrote it
     * @param office the unit it came from
     */
    record Reply(String text, long by, String office, Instant at) {}

    /** A passage, or a whole document where the passage is empty. */
    record Ref(String document, String passage, String language) {
        static Ref to(Hit hit) {
            return to(hit.passage());
        }

        static Ref to(Passage passage) {
            return new Ref(passage.documentId(), passage.id(), passage.language());
        }

        static Ref to(Document document) {
            return new Ref(document.id(), "", document.language());
        }

        Optional<Passage> passageIn(Library library) {
            return library.passage(document, passage, language);
        }

        Optional<Document> documentIn(Library library) {
            return library.document(document, language);
        }
    }

    Asked {
        shown = List.copyOf(shown);
    }

    /** The number by which buttons and rows of others name it: "member:number". */
    String key() {
        return member + ":" + number;
    }

    /**
     * Whether the office has anything to do with it: it was handed over, or not answered, or answered to no use. What was
     * answered otherwise is between the member and the library.
     */
    boolean isForTheOffice() {
        return handedAt.isPresent()
                || reply.isPresent()
                || outcome == Outcome.NOT_FOUND
                || useful.filter(any -> !any).isPresent();
    }

    /** Where it stands; what became of a reply that is kept, {@link CuratedAnswer#state} says. */
    QuestionDeed.State state() {
        return reply.isPresent()
                ? QuestionDeed.State.REPLIED
                : handedAt.isPresent() ? QuestionDeed.State.HANDED_OVER : QuestionDeed.State.ASKED;
    }

    boolean heldPersonalData() {
        return words.isEmpty();
    }
}
