package danvan.library.imports.desk;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.LastingWork;
import danvan.storage.Tx;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was sent, in the background, and tells who sent it: a card for each of a few files; of many, how far it is, and
 * one summary in which what needs the office's eye comes first.
 */
public final class DocumentReader {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

    /** So many are each told by themselves. */
    private static final int FEW = 3;

    private static final int TOLD_EVERY = 10;
    private static final int MOST_LISTED = 8;

    private final Documents documents;
    private final Database database;
    private final Outbox outbox;
    private final Function<Address, Texts.Phrases> spokenAt;
    /** The message that says how far a batch is, by who sent it. */
    private final Map<Address, Long> progress = new HashMap<>();

    /**
     * A reader.
     *
     * @param spokenAt the texts in the language that is spoken at an address
     */
    public DocumentReader(
            Documents documents, Database database, Outbox outbox, Function<Address, Texts.Phrases> spokenAt) {
        this.documents = documents;
        this.database = database;
        this.outbox = outbox;
        this.spokenAt = spokenAt;
    }

    /** Reads what was sent and tells who sent it. To be run again and again, by one thread. */
    public void readWhatWaits() {
        Map<Address, Integer> read = new HashMap<>();
        for (Documents.Paper paper : documents.unread()) {
            // One that fails must not keep the others from being read.
            LastingWork.survive(LOG, "reading " + paper.fileName(), () -> documents.read(paper, (tx, done) -> {}));
            paper.from().ifPresent(from -> {
                int count = read.merge(from, 1, Integer::sum);
                if (count % TOLD_EVERY == 0 || count == FEW + 1) {
                    sayHowFar(from);
                }
            });
        }
        tell();
    }

    private void sayHowFar(Address to) {
        int done = (int) documents.untold().stream()
                .filter(paper -> paper.from().equals(Optional.of(to)))
                .count();
        int left = (int) documents.unread().stream()
                .filter(paper -> paper.from().equals(Optional.of(to)))
                .count();
        if (done + left <= FEW) {
            return;
        }
        String text = spokenAt.apply(to).say("office.batchReading", "done", done, "count", done + left);
        database.change(tx -> {
            Long shown = progress.get(to);
            if (shown == null) {
                progress.put(to, outbox.add(tx, to, Outgoing.message(text), Priority.REPLY));
            } else {
                outbox.add(tx, to, new Outgoing.Edit(Outgoing.sent(shown), text, List.of()), Priority.REPLY);
            }
        });
        outbox.dispatch();
    }

    private void tell() {
        Map<Address, List<Documents.Paper>> bySender = new LinkedHashMap<>();
        List<Documents.Paper> unread = documents.unread();
        for (Documents.Paper paper : documents.untold()) {
            paper.from()
                    .ifPresent(from -> bySender.computeIfAbsent(from, each -> new ArrayList<>())
                            .add(paper));
        }
        bySender.forEach((to, papers) -> {
            // More of the batch has come meanwhile: told when all of it is read.
            boolean more = unread.stream().anyMatch(paper -> paper.from().equals(Optional.of(to)));
            if (!more) {
                database.change(tx -> {
                    announce(tx, papers, to);
                    papers.forEach(paper -> documents.told(tx, paper));
                });
                progress.remove(to);
            }
        });
        if (!bySender.isEmpty()) {
            outbox.dispatch();
        }
    }

    /** Tells somebody what was read: each by itself, or all in one summary. */
    public void announce(Tx tx, List<Documents.Paper> papers, Address to) {
        if (papers.size() <= FEW) {
            papers.forEach(paper -> announce(tx, paper, to));
            return;
        }
        Texts.Phrases texts = spokenAt.apply(to);
        List<Documents.Paper> failed =
                papers.stream().filter(paper -> paper.failure().isPresent()).toList();
        List<Documents.Paper> sure =
                papers.stream().filter(Documents.Paper::isSure).toList();
        List<Documents.Paper> doubtful = papers.stream()
                .filter(paper -> paper.failure().isEmpty() && !paper.isSure())
                .toList();
        StringBuilder text = new StringBuilder(texts.say(
                "office.batchRead",
                "count",
                papers.size(),
                "sure",
                sure.size(),
                "doubtful",
                doubtful.size(),
                "failed",
                failed.size()));
        if (!failed.isEmpty()) {
            text.append("\n\n").append(DocumentCard.failures(texts, failed, MOST_LISTED));
            if (failed.size() > MOST_LISTED) {
                text.append("\n").append(texts.say("office.andMore", "count", failed.size() - MOST_LISTED));
            }
        }
        List<List<Button>> rows = new ArrayList<>();
        doubtful.stream().limit(MOST_LISTED).forEach(paper -> rows.add(List.of(DocumentLists.listed(paper))));
        if (doubtful.size() > MOST_LISTED) {
            rows.add(List.of(new Button(texts.plain("office.moreWaiting"), DocumentAct.WAITING_LIST.action(1))));
        }
        if (!sure.isEmpty()) {
            rows.add(List.of(
                    new Button(texts.plain("office.allSure", "count", sure.size()), DocumentAct.ALL_SURE.action(0))));
        }
        outbox.add(tx, to, Outgoing.message(text.toString(), rows), Priority.REPLY);
    }

    private void announce(Tx tx, Documents.Paper paper, Address to) {
        Texts.Phrases texts = spokenAt.apply(to);
        Outgoing message = paper.failure().isPresent()
                ? Outgoing.message(texts.say(
                        "office.unreadable",
                        "file",
                        paper.fileName(),
                        "why",
                        texts.plain("office.obstacle." + paper.failure().get())))
                : Outgoing.message(DocumentCard.waiting(texts, paper), DocumentCard.choices(texts, paper));
        outbox.add(tx, to, message, Priority.REPLY);
    }
}
