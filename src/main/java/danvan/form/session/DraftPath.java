package danvan.form.session;

import danvan.form.FormContext;
import java.util.Optional;

/** Where a person is in a draft, and the way from there: on, back, or to a question that is still open. */
final class DraftPath {
    private final FormEngine engine;
    private final FormContext context;
    private final FormNavigator navigator;
    private Cursor cursor;

    DraftPath(FormEngine engine, FormContext context, FormNavigator navigator, Cursor cursor) {
        this.engine = engine;
        this.context = context;
        this.navigator = navigator;
        this.cursor = cursor;
    }

    String position() {
        return cursor.write();
    }

    void moveTo(String position) {
        cursor = Cursor.read(position);
    }

    void begin() {
        cursor = cursor.walking(navigator.first().map(FormPosition::ref).orElse(Cursor.END));
    }

    /** The position that was asked last, where it is still there. */
    Optional<FormPosition> here() {
        return find(cursor.at());
    }

    /** What is asked now; empty at the end. */
    Optional<FormPosition> current() {
        // What was being asked may have become irrelevant: the way goes on with what is open.
        return here().or(() -> cursor.atEnd() ? Optional.empty() : firstOpen());
    }

    Optional<FormPosition> find(String ref) {
        return navigator.positions().stream()
                .filter(position -> position.ref().equals(ref))
                .findFirst();
    }

    /** Marks a position as seen without an answer. */
    void pass(FormPosition position) {
        cursor = cursor.passing(position.passedAs());
    }

    /** Marks a position as answered. */
    void answered(FormPosition position) {
        cursor = cursor.answering(position.passedAs());
    }

    /** Everything counts as seen: what has no answer was left without one. */
    void passAll() {
        for (var position : navigator.positions()) {
            boolean answered = position.kind() == FormPosition.Kind.QUESTION
                    && new QuestionPrompt(engine, position, context).value().isPresent();
            if (!answered) {
                pass(position);
            }
        }
    }

    /** On behind a position, in the form's order. */
    void moveOn(FormPosition from) {
        var next = cursor.editing() ? Optional.<FormPosition>empty() : navigator.next(from.index());
        if (next.isPresent()) {
            cursor = cursor.to(next.get().ref());
        } else {
            // A later answer may have opened an earlier question: the person is led to it before the end, and back.
            cursor = firstOpen().map(open -> cursor.editing(open.ref())).orElseGet(() -> cursor.to(Cursor.END));
        }
    }

    /** Into a repetition that has just been made: the index of its prompt now names it. */
    void moveInto(FormPosition prompt) {
        cursor = cursor.to(navigator.next(prompt.index()).map(FormPosition::ref).orElse(Cursor.END));
    }

    /** One step back, if there is one. */
    boolean back() {
        var refs = navigator.positions().stream().map(FormPosition::ref).toList();
        int here = cursor.atEnd() ? refs.size() : refs.indexOf(cursor.at());
        if (here > 0) {
            cursor = cursor.to(refs.get(here - 1));
        }
        return here > 0;
    }

    /** To a position of the summary; the walk returns to the end when it has been reached before. */
    void jump(String ref, boolean returning) {
        if (find(ref).isPresent()) {
            cursor = returning ? cursor.editing(ref) : cursor.walking(ref);
        }
    }

    /** To what keeps the draft from being sent. */
    void standAt(String ref) {
        cursor = cursor.editing(ref);
    }

    boolean hasReachedEnd() {
        return cursor.atEnd() || cursor.editing();
    }

    void toNextOpen() {
        cursor = cursor.to(firstOpen().map(FormPosition::ref).orElse(Cursor.END));
    }

    private Optional<FormPosition> firstOpen() {
        return navigator.positions().stream().filter(this::isOpen).findFirst();
    }

    /** Lacks an answer, and is required or has never been passed. */
    private boolean isOpen(FormPosition position) {
        if (position.kind() != FormPosition.Kind.QUESTION) {
            return !cursor.passed().contains(position.passedAs());
        }
        var asked = new QuestionPrompt(engine, position, context);
        return asked.value().isEmpty() && (asked.required() || !cursor.passed().contains(position.passedAs()));
    }
}
