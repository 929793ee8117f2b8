package danvan.desk.uploads;

import danvan.channel.web.FormFiles;
import danvan.conversation.Downloads;
import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Turn;
import danvan.conversation.Uploads;
import danvan.desk.page.Frame;
import danvan.desk.port.Decided;
import danvan.desk.session.Visitor;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.text.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes the files of a form into the store and hands each to who has a use for it, within the limits of the chat. */
public final class Intake {
    private static final int MOST_FILES = 20;
    private static final int MOST_NAMED = 12;

    private final Files files;
    private final Uploads uploads;
    private final PageTurns turns;
    private final FormFiles.Limits limits;

    /** What became of a file; refused ones were not kept. */
    public record Outcome(String name, boolean isTaken, String file, String said) {}

    /** What is done with a file that is stored. */
    @FunctionalInterface
    public interface Use {
        Answered<Decided> of(Turn turn, StoredFile stored, String name);
    }

    /** @param uploads how much each member may send a day */
    public Intake(Files files, Downloads downloads, Uploads uploads, PageTurns turns) {
        this.files = files;
        this.uploads = uploads;
        this.turns = turns;
        // A form's fields and the heads of its parts come on top.
        this.limits = new FormFiles.Limits(downloads.most(), MOST_FILES, MOST_FILES * downloads.most() / 4 + (1 << 20));
    }

    /** What a form may bring. */
    public FormFiles.Limits limits() {
        return limits;
    }

    /**
     * Takes them, each by itself.
     *
     * @param fits by its name
     * @param endings in words, for who sent something else
     */
    public List<Outcome> take(Visitor visitor, FormFiles form, Predicate<String> fits, String endings, Use use) {
        List<Outcome> outcomes = new ArrayList<>();
        for (FormFiles.Sent sent : form.files()) {
            outcomes.add(
                    fits.test(sent.name())
                            ? taken(visitor, sent, use)
                            : refused(visitor.frame(), sent.name(), "uploads.ending", "endings", endings));
        }
        if (outcomes.isEmpty()) {
            outcomes.add(refused(visitor.frame(), "", "uploads.noFile"));
        }
        return outcomes;
    }

    private Outcome taken(Visitor visitor, FormFiles.Sent sent, Use use) {
        if (sent.tooLarge()) {
            return refused(visitor.frame(), sent.name(), "uploads.tooLarge", "megabytes", limits.oneFile() >> 20);
        }
        Optional<String> personal = PrivacyCheck.nameRefusal(visitor.frame().words(), sent.name());
        if (personal.isPresent()) {
            return new Outcome("", false, "", Markup.strip(personal.get()));
        }
        try (InputStream content = sent.open()) {
            StoredFile stored = files.store(content, limits.oneFile());
            if (!uploads.arrived(visitor.person(), stored.id(), stored.bytes(), visitor.now())) {
                return refused(visitor.frame(), sent.name(), "uploads.enough");
            }
            Decided decided = turns.act(visitor.person(), turn -> use.of(turn, stored, sent.name()));
            return new Outcome(sent.name(), decided.done(), stored.id(), decided.said());
        } catch (FileTooLarge e) {
            return refused(visitor.frame(), sent.name(), "uploads.tooLarge", "megabytes", limits.oneFile() >> 20);
        } catch (IOException e) {
            throw new UncheckedIOException("storing a file that was sent at the desk", e);
        }
    }

    private static Outcome refused(Frame frame, String name, String key, Object... values) {
        return new Outcome(name, false, "", frame.t(key, values));
    }

    /** What became of them, in words: what was taken as a number, what was not by its name. */
    public static String said(Frame frame, List<Outcome> outcomes) {
        List<Outcome> refused = outcomes.stream().filter(one -> !one.isTaken()).toList();
        int taken = outcomes.size() - refused.size();
        String first = taken == 0 ? "" : frame.t("uploads.taken", "count", taken) + "\n";
        String rest = refused.size() > MOST_NAMED ? "\n+ " + (refused.size() - MOST_NAMED) : "";
        return first
                + refused.stream()
                        .limit(MOST_NAMED)
                        .map(one -> one.name().isEmpty() ? one.said() : one.name() + ": " + one.said())
                        .collect(Collectors.joining("\n"))
                + rest;
    }
}
