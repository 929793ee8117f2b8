package danvan.library.imports.desk;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.library.imports.document.ImportFailure;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.LastingWork;
import danvan.storage.Tx;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was sent or put into the inbox folder, in the background, and tells who sent it, or the office: a card for each
 * of a few files; of many, how far it is, and one summary in which what needs the office's eye comes first.
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
    private final Supplier<List<Address>> office;
    private final Optional<InboxFolder> folder;
    private final Batches batches;
    private final ReaderWatch watch;
    /** The message that says how far a batch is, by whose it is and who sees it. */
    private final Map<Optional<Address>, Map<Address, Long>> progress = new HashMap<>();

    /**
     * A reader.
     *
     * @param spokenAt the texts in the language that is spoken at an address
     * @param office who hears of files in the inbox folder
     * @param nanos the time that passes
     */
    public DocumentReader(
            Documents documents,
            Database database,
            Outbox outbox,
            Function<Address, Texts.Phrases> spokenAt,
            Supplier<List<Address>> office,
            Optional<InboxFolder> folder,
            LongSupplier nanos) {
        this.documents = documents;
        this.database = database;
        this.outbox = outbox;
        this.spokenAt = spokenAt;
        this.office = office;
        this.folder = folder;
        this.batches = new Batches(nanos);
        this.watch = new ReaderWatch(documents, database, outbox, spokenAt, nanos);
    }

    /** Takes what lies in the inbox folder, to be read with the next round. */
    void lookIntoFolder() {
        folder.ifPresent(inbox -> {
            inbox.look(watch::canRead);
            if (inbox.isHeld()) {
                watch.tell(office.get());
            }
        });
    }

    /** Reads what was sent and tells who sent it. To be run again and again, by one thread. */
    public void readWhatWaits() {
        List<Documents.Paper> unread = documents.unread();
        for (Documents.Paper paper : unread) {
            if (!watch.canRead()) {
                watch.tell(unread.stream()
                        .flatMap(waiting -> hearers(waiting.from()).stream())
                        .distinct()
                        .toList());
                break;
            }
            // One that fails must not keep the others from being read.
            LastingWork.survive(LOG, "reading " + paper.fileName(), () -> read(paper));
            batches.read(paper.from());
            sayHowFar(paper.from());
        }
        tell();
    }

    private void read(Documents.Paper paper) {
        List<String> failure = new ArrayList<>();
        documents.read(paper, (tx, done) -> {
            failure.clear();
            done.failure().ifPresent(failure::add);
        });
        for (String why : failure) {
            paper.inboxFile()
                    .ifPresent(file -> folder.ifPresent(
                            inbox -> inbox.putAside(file, paper.fileName(), ImportFailure.valueOf(why))));
        }
    }

    /** Where a batch is told. */
    private List<Address> hearers(Optional<Address> from) {
        return from.map(List::of).orElseGet(office);
    }

    private void sayHowFar(Optional<Address> from) {
        int done = documents.untold().getOrDefault(from, 0);
        if (done != FEW + 1 && (done <= FEW || done % TOLD_EVERY != 0)) {
            return;
        }
        int all = documents.pending(from);
        Map<Address, Long> shown = progress.computeIfAbsent(from, batch -> new HashMap<>());
        database.change(tx -> {
            for (Address to : hearers(from)) {
                String text = spokenAt.apply(to).say("office.batchReading", "done", done, "count", all);
                Long before = shown.get(to);
                if (before == null) {
                    shown.put(to, outbox.add(tx, to, Outgoing.message(text), Priority.REPLY));
                } else {
                    outbox.add(tx, to, new Outgoing.Edit(Outgoing.sent(before), text, List.of()), Priority.REPLY);
                }
            }
        });
        outbox.dispatch();
    }

    private void tell() {
        boolean told = false;
        for (Optional<Address> from : documents.untold().keySet()) {
            // More of the batch may have come meanwhile, or be about to: told when all of it is read.
            boolean more =
                    documents.unread().stream().anyMatch(paper -> paper.from().equals(from));
            boolean coming =
                    from.isEmpty() && folder.filter(inbox -> !inbox.isSettled()).isPresent();
            if (!more && !coming && batches.mayTell(from)) {
                tell(from);
                told = true;
            }
        }
        if (told) {
            outbox.dispatch();
        }
    }

    private void tell(Optional<Address> from) {
        List<Documents.Paper> papers = documents.untold(from);
        List<Address> hearers = hearers(from);
        if (hearers.isEmpty()) {
            LOG.warn(
                    "{} documents of the inbox folder wait to be confirmed, and nobody of the office can be reached;"
                            + " /documents lists them",
                    papers.size());
        }
        database.change(tx -> {
            List<Documents.Paper> ours =
                    papers.stream().filter(paper -> documents.told(tx, paper)).toList();
            hearers.forEach(to -> announce(tx, ours, to));
        });
        batches.told(from);
        progress.remove(from);
    }

    /** Tells somebody what was read: each by itself, or all in one summary. */
    private void announce(Tx tx, List<Documents.Paper> papers, Address to) {
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
            rows.add(List.of(new Button(
                    texts.plain("office.moreWaiting"), DocumentAct.ACTIONS.action(DocumentAct.WAITING_LIST, 1))));
        }
        if (!sure.isEmpty()) {
            rows.add(List.of(new Button(
                    texts.plain("office.allSure", "count", sure.size()),
                    DocumentAct.ACTIONS.action(DocumentAct.ALL_SURE, 0))));
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
