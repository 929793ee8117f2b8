package danvan.workbook;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Downloads;
import danvan.conversation.Enclosures;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import danvan.text.Markup;
import danvan.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that the office sends in to change something: fetched, checked as a whole, sent back with its faulty cells marked,
 * or shown by what it would change, and applied once at the office's word. What is applied is what was shown: where that has
 * become something else meanwhile, it is shown again. Safe for use by several threads.
 *
 * @param <T> what is read of a sound file
 */
public final class ReviewedUpload<T> implements ReviewedFiles {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration KEPT = Duration.ofDays(30);

    private final UploadKind<T> kind;
    private final Actions<UploadAct> acts;
    private final UploadStore store;
    private final Downloads downloads;
    private final Files files;
    private final Enclosures enclosures;

    public ReviewedUpload(UploadKind<T> kind, Database database, Downloads downloads, Files files) {
        this.kind = kind;
        this.acts = new Actions<>(kind.name(), UploadAct.class);
        this.store = new UploadStore(database, kind.name());
        this.downloads = downloads;
        this.files = files;
        this.enclosures = new Enclosures(files);
    }

    /** How many files of a kind were applied; another number means that there is something new. */
    public static long applied(Tx tx, String kind) {
        return UploadStore.applied(tx, kind);
    }

    /** What is done with a file that was fetched. */
    @FunctionalInterface
    public interface Fetched {
        Optional<Reply> answer(SentFile file) throws IOException;
    }

    /** Answers a file; empty where it is none of this kind, or its sender is not of the office. */
    public Optional<Reply> sent(Turn turn, Incoming.File sent) {
        return fetched(turn, sent, file -> examined(Reviewer.of(turn), file.id(), file.name()));
    }

    /** Fetches a file for something else, in the same way: what is said where that fails, is said for all kinds alike. */
    public Optional<Reply> fetched(Turn turn, Incoming.File sent, Fetched use) {
        if (!turn.person().role().atLeast(Role.OFFICE) || !kind.takes(sent)) {
            return Optional.empty();
        }
        Optional<String> refused = PrivacyCheck.nameRefusal(turn.texts(), sent.name());
        if (refused.isPresent()) {
            return refused.map(Reply::say);
        }
        try {
            StoredFile stored = downloads.fetch(turn.address(), sent);
            return use.answer(new SentFile(stored.id(), sent.name()));
        } catch (FileTooLarge e) {
            return Optional.of(Reply.say(turn.say("workbook.tooLarge", "megabytes", downloads.most() >> 20)));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("workbook.notFetched", "file", sent.name())));
        }
    }

    /**
     * The same for a file that is stored, also outside of a turn: messages and effects of the reply are all there is to it.
     *
     * @throws IOException where it cannot be read now
     */
    public Optional<Reply> examined(Reviewer by, String file, String name) throws IOException {
        byte[] content = content(file);
        UploadCheck<T> check = kind.check(by, name, content);
        if (check instanceof UploadCheck.Sound<T> sound) {
            UploadReview review = kind.review(by, sound.upload());
            return Optional.of(
                    review.changesNothing()
                            ? Reply.say(review.text()).andDo(tx -> keep(tx, by, file, name, UploadLook.of(review)))
                            : proposed(by, file, name, review));
        }
        if (check instanceof UploadCheck.Faulty<T> faulty) {
            UploadLook look =
                    UploadLook.faulty(by.texts(), by.texts().plain(kind.texts() + ".kept"), faulty.problems());
            return Optional.of(
                    faulty(by, name, content, faulty.problems()).andDo(tx -> keep(tx, by, file, name, look)));
        }
        if (check instanceof UploadCheck.Unreadable<T> unreadable) {
            String words = by.texts()
                    .say(kind.texts() + ".foreign", "why", unreadable.why().said(by.texts()));
            return Optional.of(
                    Reply.say(words).andDo(tx -> keep(tx, by, file, name, UploadLook.unreadable(Markup.strip(words)))));
        }
        return Optional.empty();
    }

    /** Keeps that a file is being examined in the background. */
    public void begun(Tx tx, Reviewer by, SentFile file, String words) {
        keep(tx, by, file.id(), file.name(), UploadLook.examining(Markup.strip(words)));
    }

    /** Keeps that a file which was examined in the background is none of the kind. */
    public void foreign(Tx tx, Reviewer by, SentFile file, String words) {
        keep(tx, by, file.id(), file.name(), UploadLook.unreadable(Markup.strip(words)));
    }

    private void keep(Tx tx, Reviewer by, String file, String name, UploadLook look) {
        store.look(tx, new SentFile(file, name), by.person().id(), by.now(), look);
    }

    @Override
    public String kind() {
        return kind.name();
    }

    @Override
    public String texts() {
        return kind.texts();
    }

    @Override
    public List<String> endings() {
        return kind.endings();
    }

    @Override
    public Optional<Reply> sent(Turn turn, SentFile file) throws IOException {
        return turn.person().role().atLeast(Role.OFFICE)
                ? examined(Reviewer.of(turn), file.id(), file.name())
                : Optional.empty();
    }

    @Override
    public Optional<Seen> seen(String file) {
        return store.seen(file);
    }

    @Override
    public List<Seen> waitingOnes(int most) {
        return store.seen(most);
    }

    @Override
    public Reply decided(Turn turn, boolean apply, String file, String mark) {
        return tapped(turn, new Actions.Tap<>(apply ? UploadAct.APPLY : UploadAct.DROP, List.of(file, mark)));
    }

    /** Buttons that show the files that wait for a decision, the latest first. */
    public List<List<Button>> waiting(int most) {
        return store.waiting(most).stream()
                .map(file -> List.of(acts.button("⏳ " + file.name(), UploadAct.SHOW, file.id())))
                .toList();
    }

    private Reply proposed(Reviewer by, String file, String name, UploadReview review) {
        return Reply.say(
                        review.text(),
                        List.of(List.of(
                                acts.button(
                                        by.texts().plain(kind.texts() + ".apply"),
                                        UploadAct.APPLY,
                                        file,
                                        review.mark()),
                                acts.button(
                                        by.texts().plain(kind.texts() + ".drop"),
                                        UploadAct.DROP,
                                        file,
                                        review.mark()))))
                .andDo(tx -> {
                    files.keepFor(tx, file, KEPT);
                    store.propose(tx, file, name, by.person().id(), by.now());
                    keep(tx, by, file, name, UploadLook.of(review));
                });
    }

    private Reply faulty(Reviewer by, String name, byte[] content, List<Problem> problems) {
        Reply reply = Reply.say(ProblemList.said(by.texts(), name, by.texts().plain(kind.texts() + ".kept"), problems));
        Optional<byte[]> marked = isWorkbook(name)
                ? MarkedWorkbook.noted(
                        content,
                        problems.stream()
                                .map(problem -> MarkedWorkbook.Note.of(problem, by.texts()))
                                .toList(),
                        kind.spelling())
                : Optional.empty();
        return marked.map(workbook -> enclosures.with(
                        reply,
                        workbook,
                        by.texts().plain("workbook.markedFile", "name", name.replaceFirst("\\.[^.]*$", "")),
                        EXCEL,
                        by.texts().say("workbook.marked"),
                        List.of(),
                        KEPT))
                .orElse(reply);
    }

    private static boolean isWorkbook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** Answers a tap on one of its buttons; empty where the button is none of them. Old ones are answered, and change nothing. */
    public Optional<Reply> tapped(Turn turn, String action) {
        return acts.tap(action).map(tap -> tapped(turn, tap));
    }

    private Reply tapped(Turn turn, Actions.Tap<UploadAct> tap) {
        Optional<SentFile> file =
                turn.person().role().atLeast(Role.OFFICE) ? store.waiting(tap.value(0)) : Optional.empty();
        if (file.isEmpty()) {
            return decided(turn);
        }
        if (tap.act() == UploadAct.DROP) {
            return Reply.say(turn.say(kind.texts() + ".dropped")).andDo(tx -> decide(tx, turn, tap.value(0), false));
        }
        try {
            return again(turn, tap, file.get());
        } catch (IOException e) {
            // The night after its time has deleted the file.
            return decided(turn).andDo(tx -> decide(tx, turn, tap.value(0), false));
        }
    }

    /** What is so may have changed since it was shown: it is looked at again. */
    private Reply again(Turn turn, Actions.Tap<UploadAct> tap, SentFile file) throws IOException {
        Reviewer by = Reviewer.of(turn);
        if (!(kind.checkAgain(by, file.name(), content(file.id())) instanceof UploadCheck.Sound<T> sound)) {
            return Reply.say(turn.say(kind.texts() + ".overtaken")).andDo(tx -> decide(tx, turn, file.id(), false));
        }
        UploadReview review = kind.review(by, sound.upload());
        if (review.changesNothing()) {
            return Reply.say(review.text()).andDo(tx -> decide(tx, turn, file.id(), false));
        }
        if (tap.act() == UploadAct.APPLY && review.mark().equals(tap.value(1))) {
            return kind.apply(turn, sound.upload(), file).andDo(tx -> decide(tx, turn, file.id(), true));
        }
        Reply shown = proposed(by, file.id(), file.name(), review);
        return tap.act() == UploadAct.SHOW ? shown : shown.afterSaying(turn.say("workbook.otherNow"));
    }

    private static Reply decided(Turn turn) {
        return Reply.nothing().andToast(turn.plain("workbook.decided"));
    }

    private void decide(Tx tx, Turn turn, String file, boolean applied) {
        store.decide(tx, file, applied, turn.person().id(), turn.now());
    }

    private byte[] content(String file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }
}
