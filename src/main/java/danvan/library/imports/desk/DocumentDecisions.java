package danvan.library.imports.desk;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What may be done with a document now, and what comes of it: asked by the cards in the chat and by the pages of the desk
 * alike. Whatever is done is written down.
 */
final class DocumentDecisions {
    private final Documents documents;
    private final DocumentDesk.Journal journal;

    DocumentDecisions(Documents documents, DocumentDesk.Journal journal) {
        this.documents = documents;
        this.journal = journal;
    }

    /**
     * Confirms, replaces or lets go what waits.
     *
     * @return empty where what has come into its place meanwhile has to be looked at first
     */
    Optional<Reply> decided(Turn turn, DocumentAct act, Documents.Paper paper) {
        // The card it was tapped on may be old: what has come into its place meanwhile is shown, not replaced.
        boolean asked = act == DocumentAct.CONFIRM
                && paper.rival().filter(Documents.Rival::same).isPresent();
        boolean rivalGone = act == DocumentAct.REPLACE && paper.rival().isEmpty();
        if (asked || rivalGone) {
            return Optional.empty();
        }
        return Optional.of(
                switch (act) {
                    case REPLACE -> done(turn, paper, "document replaced", "office.liveInstead", documents::replace);
                    case BESIDE -> done(turn, paper, "document confirmed", "office.live", documents::confirmBeside);
                    case DROP ->
                        changed(
                                        turn,
                                        paper,
                                        "document dropped",
                                        turn.say("office.dropped", "file", paper.fileName()),
                                        documents::drop)
                                .andClose();
                    default -> done(turn, paper, "document confirmed", "office.live", documents::confirm);
                });
    }

    Reply withdrawn(Turn turn, Documents.Paper paper) {
        return done(turn, paper, "document withdrawn", "office.withdrawn", documents::withdraw);
    }

    /** Says why where another version is live by now. */
    Reply broughtBack(Turn turn, Documents.Paper paper) {
        return documents.isSucceeded(paper.id())
                ? Reply.say(turn.say("office.otherIsLive", "document", paper.title()))
                : done(turn, paper, "document brought back", "office.broughtBack", documents::bringBack);
    }

    /** What is not {@linkplain Documents#fits fit} is not to be asked for. */
    Reply corrected(Turn turn, Documents.Paper paper, int field, String value) {
        Documents.Field before = paper.fields().get(field);
        return Reply.nothing().andDo(tx -> {
            if (!documents.correct(tx, paper.id(), field, value)) {
                throw new Conflict("document " + paper.id() + " was decided meanwhile");
            }
            journal.note(
                    tx,
                    turn.now(),
                    turn.person().id(),
                    "document corrected",
                    "#" + paper.id() + " " + before.name() + ": " + before.value() + " → " + value);
        });
    }

    /** Confirms all of them. */
    Reply confirmed(Turn turn, List<Documents.Paper> sure) {
        return Reply.say(turn.say("office.allLive", "count", sure.size()))
                .andDo(tx -> sure.forEach(paper -> {
                    if (!documents.confirm(tx, paper.id())) {
                        throw new Conflict("document " + paper.id() + " was decided meanwhile");
                    }
                    note(tx, turn, "document confirmed", paper);
                }));
    }

    private Reply done(Turn turn, Documents.Paper paper, String action, String key, BiPredicate<Tx, Long> what) {
        return changed(turn, paper, action, turn.say(key, "document", paper.title()), what)
                .andClose();
    }

    private Reply changed(Turn turn, Documents.Paper paper, String action, String said, BiPredicate<Tx, Long> what) {
        return Reply.say(said).andDo(tx -> {
            if (!what.test(tx, paper.id())) {
                // What was said would not be true; the turn begins again and says what is.
                throw new Conflict("document " + paper.id() + " was decided meanwhile");
            }
            note(tx, turn, action, paper);
        });
    }

    private void note(Tx tx, Turn turn, String action, Documents.Paper paper) {
        journal.note(
                tx,
                turn.now(),
                turn.person().id(),
                action,
                "#" + paper.id() + " " + DocumentCard.cut(paper.title(), 120));
    }
}
