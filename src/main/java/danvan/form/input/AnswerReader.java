package danvan.form.input;

import danvan.form.Answer;
import danvan.form.Choice;
import danvan.form.FormContext;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.xform.XmlText;
import java.util.List;
import java.util.function.Supplier;

/** Reads an answer according to the question it replies to. */
public final class AnswerReader {
    /** More than any chat message; keeps a draft small whatever a program sends. */
    private static final int LONGEST_TEXT = 10_000;

    private static final String ACKNOWLEDGED = "OK";

    private final QuestionType type;
    private final Supplier<List<Choice>> choices;
    private final FormContext context;

    /** @param choices looked up only where they are needed: a filter over thousands of places takes time */
    public AnswerReader(QuestionType type, Supplier<List<Choice>> choices, FormContext context) {
        this.type = type;
        this.choices = choices;
        this.context = context;
    }

    public ParsedAnswer read(Answer answer) {
        if (answer instanceof Answer.Blank) {
            return new ParsedAnswer.Understood(List.of());
        }
        if (answer instanceof Answer.Typed typed) {
            return typed(XmlText.clean(typed.text()).strip());
        }
        if (answer instanceof Answer.Chosen chosen) {
            return chosen(List.of(chosen.value()));
        }
        if (answer instanceof Answer.ChosenMany many) {
            return chosen(many.values());
        }
        if (answer instanceof Answer.File file) {
            return file(XmlText.clean(file.name()).strip());
        }
        if (answer instanceof Answer.Location place && type == QuestionType.GEOPOINT) {
            return TypedPlaces.place(place.latitude(), place.longitude());
        }
        return ParsedAnswer.refused(type.isFile() ? Outcome.Reason.FILE_WANTED : Outcome.Reason.WRONG_KIND);
    }

    private ParsedAnswer typed(String text) {
        if (text.isEmpty()) {
            return new ParsedAnswer.Understood(List.of());
        }
        if (text.length() > LONGEST_TEXT) {
            return ParsedAnswer.refused(Outcome.Reason.TOO_LONG);
        }
        return switch (type) {
            case TEXT, COMPUTED -> ParsedAnswer.of(text);
            case INTEGER -> TypedNumbers.whole(text, context.language());
            case DECIMAL -> TypedNumbers.decimal(text, context.language());
            case DATE ->
                TypedDates.date(text, context.now().toLocalDate())
                        .map(d -> ParsedAnswer.of(d.toString()))
                        .orElseGet(() -> ParsedAnswer.refused(Outcome.Reason.NOT_DATE));
            case TIME ->
                TypedTimes.time(text, context.now().toLocalTime())
                        .map(t -> ParsedAnswer.of(TypedTimes.stored(t)))
                        .orElseGet(() -> ParsedAnswer.refused(Outcome.Reason.NOT_TIME));
            case DATE_TIME ->
                TypedTimes.moment(text, context.now().toLocalDateTime())
                        .map(m -> ParsedAnswer.of(m.toLocalDate() + "T" + TypedTimes.stored(m.toLocalTime())))
                        .orElseGet(() -> ParsedAnswer.refused(Outcome.Reason.NOT_DATE));
            case SELECT_ONE -> TypedChoices.one(text, choices.get());
            case SELECT_MULTIPLE -> TypedChoices.many(text, choices.get());
            case RANK -> TypedOrder.read(text, choices.get());
            case ACKNOWLEDGE ->
                text.equalsIgnoreCase(ACKNOWLEDGED) || YesNo.read(text).orElse(false)
                        ? ParsedAnswer.of(ACKNOWLEDGED)
                        : ParsedAnswer.refused(Outcome.Reason.WRONG_KIND);
            case GEOPOINT -> TypedPlaces.place(text);
            case IMAGE, AUDIO, VIDEO, FILE -> ParsedAnswer.refused(Outcome.Reason.FILE_WANTED);
        };
    }

    private ParsedAnswer chosen(List<String> values) {
        if (type == QuestionType.ACKNOWLEDGE) {
            return ParsedAnswer.of(ACKNOWLEDGED);
        }
        if (!type.hasChoices() || (type == QuestionType.SELECT_ONE && values.size() > 1)) {
            return ParsedAnswer.refused(type.isFile() ? Outcome.Reason.FILE_WANTED : Outcome.Reason.WRONG_KIND);
        }
        var offered = choices.get().stream().map(Choice::value).toList();
        if (type == QuestionType.RANK) {
            return TypedOrder.of(values, offered);
        }
        return offered.containsAll(values)
                ? new ParsedAnswer.Understood(
                        offered.stream().filter(values::contains).distinct().toList())
                : ParsedAnswer.refused(Outcome.Reason.NOT_CHOICE);
    }

    private ParsedAnswer file(String name) {
        if (!type.isFile()) {
            return ParsedAnswer.refused(Outcome.Reason.WRONG_KIND);
        }
        // A name, never a path: what follows the last separator.
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return plain.isEmpty() || plain.length() > 255
                ? ParsedAnswer.refused(Outcome.Reason.FILE_WANTED)
                : ParsedAnswer.of(plain);
    }
}
