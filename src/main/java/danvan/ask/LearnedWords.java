package danvan.ask;

import danvan.library.AnsweredQuestion;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Question;
import danvan.library.QuestionSimilarity;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Questions that a passage was found to answer, by whoever asked or by the office: words under which it is found from then on,
 * once an administrator approved them. They are never shown as the passage's. Safe for use by several threads.
 */
final class LearnedWords {
    /** From here on two questions are taken for the same, if no word of the new one is left out. */
    private static final double SAME = 0.7;

    private final Database database;

    LearnedWords(Database database) {
        this.database = database;
    }

    /** How it became known. */
    enum Source {
        /** Whoever asked tapped the near miss and said that it was what they wanted. */
        TAPPED,
        /** The office's reply cites it. */
        CITED
    }

    /** @param approved whether the passage is found by it */
    record Learned(
            long member,
            long number,
            String language,
            String words,
            Asked.Ref passage,
            Source source,
            Instant proposedAt,
            boolean approved) {
        String key() {
            return member + ":" + number;
        }
    }

    /** The passage known to answer a question like this one. */
    Optional<Hit> to(Question question, Library library) {
        List<Learned> live = database.read(tx -> tx.list(
                "SELECT * FROM learned_words WHERE approved_at IS NOT NULL AND ended_at IS NULL"
                        + " ORDER BY proposed_at DESC, member_id, number",
                LearnedWords::learned));
        if (live.isEmpty()) {
            return Optional.empty();
        }
        List<QuestionSimilarity> likenesses = library.compare(
                question,
                live.stream()
                        .map(each -> new AnsweredQuestion(each.language(), each.words(), ""))
                        .toList());
        Optional<Hit> best = Optional.empty();
        double most = SAME;
        for (int i = 0; i < live.size(); i++) {
            QuestionSimilarity likeness = likenesses.get(i);
            boolean like = likeness.saysAll()
                    && (best.isEmpty() ? likeness.similarity() >= most : likeness.similarity() > most);
            Optional<Hit> hit = like ? hit(live.get(i).passage(), library) : Optional.empty();
            if (hit.isPresent()) {
                best = hit;
                most = likeness.similarity();
            }
        }
        return best;
    }

    /** Empty where the library does not hold it any more. */
    private static Optional<Hit> hit(Asked.Ref ref, Library library) {
        return ref.passageIn(library)
                .flatMap(passage -> ref.documentIn(library).map(document -> new Hit(passage, document, 1, List.of())));
    }

    List<Learned> waiting() {
        return list("approved_at IS NULL");
    }

    /** How many wait for an administrator. */
    static int countWaiting(Tx tx) {
        return tx.one(
                        "SELECT count(*) AS waiting FROM learned_words WHERE approved_at IS NULL AND ended_at IS NULL",
                        row -> (int) row.number("waiting"))
                .orElse(0);
    }

    List<Learned> inUse() {
        return list("approved_at IS NOT NULL");
    }

    private List<Learned> list(String which) {
        return database.read(tx -> tx.list(
                "SELECT * FROM learned_words WHERE ended_at IS NULL AND " + which
                        + " ORDER BY proposed_at, member_id, number",
                LearnedWords::learned));
    }

    /** One that was not ended. */
    Optional<Learned> find(long member, long number) {
        return database.read(tx -> tx.one(
                "SELECT * FROM learned_words WHERE member_id = ? AND number = ? AND ended_at IS NULL",
                LearnedWords::learned,
                member,
                number));
    }

    /** Proposes a passage for a question; in the place of one proposed before, if nobody has decided on that. */
    static void propose(Tx tx, Asked asked, Asked.Ref passage, Source source, long by, Instant now) {
        if (asked.heldPersonalData()) {
            return;
        }
        tx.update(
                """
                INSERT INTO learned_words (member_id, number, language, words, document, passage, passage_language, source,
                    proposed_by, proposed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (member_id, number) DO UPDATE SET document = excluded.document, passage = excluded.passage,
                    passage_language = excluded.passage_language, source = excluded.source,
                    proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
                    WHERE learned_words.approved_at IS NULL AND learned_words.ended_at IS NULL
                """,
                asked.member(),
                asked.number(),
                asked.askedIn(),
                asked.searched(),
                passage.document(),
                passage.passage(),
                passage.language(),
                source,
                by,
                now);
    }

    /** @throws Conflict where somebody decided on it meanwhile */
    static void approve(Tx tx, Learned learned, long by, Instant now) {
        once(
                tx.update(
                        "UPDATE learned_words SET approved_by = ?, approved_at = ? WHERE member_id = ? AND number = ?"
                                + " AND document = ? AND passage = ? AND approved_at IS NULL AND ended_at IS NULL",
                        by,
                        now,
                        learned.member(),
                        learned.number(),
                        learned.passage().document(),
                        learned.passage().passage()),
                learned);
    }

    /**
     * The passage is found by it no more, or never.
     *
     * @throws Conflict where somebody ended it meanwhile
     */
    static void end(Tx tx, Learned learned, long by, Instant now) {
        once(
                tx.update(
                        "UPDATE learned_words SET ended_by = ?, ended_at = ? WHERE member_id = ? AND number = ?"
                                + " AND ended_at IS NULL",
                        by,
                        now,
                        learned.member(),
                        learned.number()),
                learned);
    }

    private static void once(int changed, Learned learned) {
        if (changed == 0) {
            throw new Conflict("the words " + learned.key() + " were decided on meanwhile");
        }
    }

    private static Learned learned(Row row) {
        return new Learned(
                row.number("member_id"),
                row.number("number"),
                row.text("language"),
                row.text("words"),
                new Asked.Ref(row.text("document"), row.text("passage"), row.text("passage_language")),
                Source.valueOf(row.text("source")),
                row.instant("proposed_at"),
                row.instantIfAny("approved_at").isPresent());
    }
}
