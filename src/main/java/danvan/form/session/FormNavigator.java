package danvan.form.session;

import danvan.form.xform.NodePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.jspecify.annotations.Nullable;

/** The way through a draft: its relevant positions, in order. */
public final class FormNavigator {
    private static final Pattern HEADING = Pattern.compile("(^|\\s)label(\\s|$)");

    private final FormEntryModel model;
    /** The places that several controls ask for, once somebody has wanted to know. */
    private @Nullable Set<TreeReference> shared;

    private @Nullable List<FormPosition> known;

    public FormNavigator(FormEntryModel model) {
        this.model = model;
    }

    /** Looked for once, until {@link #changed} says that the draft is another one. */
    public List<FormPosition> positions() {
        var found = known;
        if (found == null) {
            found = new ArrayList<>();
            var position = next(FormIndex.createBeginningOfFormIndex());
            while (position.isPresent()) {
                found.add(position.get());
                position = next(position.get().index());
            }
            known = found;
        }
        return Collections.unmodifiableList(found);
    }

    /** To be told whenever a value or a repetition of the draft has changed. */
    void changed() {
        known = null;
    }

    Optional<FormPosition> first() {
        return next(FormIndex.createBeginningOfFormIndex());
    }

    /** The position after this place, which itself may have become irrelevant. */
    Optional<FormPosition> next(FormIndex from) {
        var index = from;
        while (true) {
            index = model.incrementIndex(index);
            if (!index.isInForm()) {
                return Optional.empty();
            }
            if (index.getElementMultiplicity() > CountedRepeats.MOST
                    && model.getForm().getChild(index) instanceof GroupDef repeat
                    && repeat.getCountReference() != null) {
                throw new EndlessRepeatException(NodePath.of(index.getReference()));
            }
            // Moving there makes the repetitions that a repeat count asks for.
            model.setQuestionIndex(index);
            var position = positionAt(index);
            if (position.isPresent()) {
                return position;
            }
        }
    }

    /** The head of a table on paper or screen: it shows the choices and takes no answer. */
    private static boolean isHeading(@Nullable String appearance) {
        return appearance != null && HEADING.matcher(appearance).find();
    }

    /** Two controls may ask for one answer. In a chat the first of them that applies does: an answer has one place to stand. */
    private boolean isAskedBefore(FormIndex index) {
        var place = index.getReference();
        if (!isShared(place)) {
            return false;
        }
        var earlier = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
        while (earlier.isInForm() && !earlier.equals(index)) {
            if (model.getEvent(earlier) == FormEntryController.EVENT_QUESTION
                    && place.equals(earlier.getReference())
                    && model.isIndexRelevant(earlier)
                    && !isHeading(model.getQuestionPrompt(earlier).getAppearanceHint())) {
                return true;
            }
            earlier = model.incrementIndex(earlier);
        }
        return false;
    }

    private boolean isShared(TreeReference place) {
        var known = shared;
        if (known == null) {
            var seen = new HashSet<TreeReference>();
            known = new HashSet<>();
            findShared(model.getForm(), seen, known);
            shared = known;
        }
        return known.contains(place.genericize());
    }

    private static void findShared(IFormElement element, Set<TreeReference> seen, Set<TreeReference> shared) {
        if (element instanceof QuestionDef question
                && question.getBind() != null
                && question.getBind().getReference() instanceof TreeReference place
                && !seen.add(place.genericize())) {
            shared.add(place.genericize());
        }
        if (element.getChildren() != null) {
            element.getChildren().forEach(child -> findShared(child, seen, shared));
        }
    }

    private Optional<FormPosition> positionAt(FormIndex index) {
        if (!model.isIndexRelevant(index)) {
            return Optional.empty();
        }
        int event = model.getEvent(index);
        if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
            return Optional.of(
                    new FormPosition(index, NodePath.of(index.getReference()), FormPosition.Kind.REPEAT_PROMPT));
        }
        if (event != FormEntryController.EVENT_QUESTION) {
            return Optional.empty();
        }
        var prompt = model.getQuestionPrompt(index);
        if (isHeading(prompt.getAppearanceHint())) {
            return Optional.empty();
        }
        if (isAskedBefore(index)) {
            return Optional.empty();
        }
        var kind = prompt.isReadOnly() ? FormPosition.Kind.NOTE : FormPosition.Kind.QUESTION;
        return Optional.of(new FormPosition(index, NodePath.of(index.getReference()), kind));
    }
}
