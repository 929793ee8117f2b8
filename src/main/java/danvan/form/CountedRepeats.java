package danvan.form;

import java.util.Optional;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;

/** Repetitions whose number is calculated. JavaRosa makes the missing ones and leaves those that are too many. */
final class CountedRepeats {
    private final ParsedForm parsed;
    private final FormEntryModel model;

    CountedRepeats(ParsedForm parsed) {
        this.parsed = parsed;
        this.model = parsed.model();
    }

    /** Takes away the repetitions beyond the number; says whether there were any. */
    boolean trim() {
        boolean trimmed = false;
        for (var extra = firstExtra(); extra.isPresent(); extra = firstExtra()) {
            parsed.controller().deleteRepeat(extra.get());
            trimmed = true;
        }
        return trimmed;
    }

    private Optional<FormIndex> firstExtra() {
        for (var index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
                index.isInForm();
                index = model.incrementIndex(index)) {
            if (model.getEvent(index) == FormEntryController.EVENT_REPEAT
                    && parsed.form().getChild(index) instanceof GroupDef repeat
                    && repeat.getCountReference() != null
                    && index.getElementMultiplicity() >= count(repeat, index)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private double count(GroupDef repeat, FormIndex index) {
        var node = parsed.element(repeat.getConextualizedCountReference(index.getReference()));
        try {
            return node == null ? 0 : Asked.value(node).map(Double::parseDouble).orElse(0.0);
        } catch (NumberFormatException e) {
            // A count that is no number asks for none.
            return 0;
        }
    }
}
