package danvan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.jspecify.annotations.Nullable;

/** One question of an opened draft: its texts, its choices, its answer. */
final class QuestionPrompt {
    private static final List<String> ANEW = List.of("fresh", "sum", "count");
    private static final String MESSAGE_START = "jr:itext('";

    private final ParsedForm parsed;
    private final FormPosition stop;
    private final FormContext context;
    private final FormEntryPrompt prompt;
    private final TreeElement element;
    private final TreeReference place;
    private @Nullable List<SelectChoice> choices;

    QuestionPrompt(ParsedForm parsed, FormPosition stop, FormContext context) {
        this.parsed = parsed;
        this.stop = stop;
        this.context = context;
        this.prompt = parsed.model().getQuestionPrompt(stop.index());
        this.place = stop.index().getReference();
        this.element = parsed.element(place);
    }

    QuestionType type() {
        return QuestionTypes.of(prompt.getControlType(), prompt.getDataType())
                .orElseThrow(() -> new FormException("Asking " + stop.ref() + ", which no chat can ask"));
    }

    String label() {
        return parsed.texts().label(prompt.getQuestion(), place);
    }

    Optional<String> hint() {
        var question = prompt.getQuestion();
        var hint = parsed.texts().text(question.getHelpTextID(), question.getHelpInnerText(), place);
        var guidance =
                parsed.texts().form(question.getHelpTextID(), "guidance", place).orElse("");
        var text = (hint.equals("-") ? guidance : hint + "\n" + guidance).strip();
        return text.isEmpty() ? range().map(RangeBounds::toString) : Optional.of(text);
    }

    /** The bounds of a question that asks for a number on a scale. */
    Optional<RangeBounds> range() {
        return prompt.getQuestion() instanceof RangeQuestion range && range.getRangeStep() != null
                ? Optional.of(new RangeBounds(range.getRangeStart(), range.getRangeEnd(), range.getRangeStep()))
                : Optional.empty();
    }

    /** What is shown or played beside the label. */
    List<Media> media() {
        return Media.KINDS.stream()
                .flatMap(kind -> parsed.texts().form(prompt.getQuestion().getTextID(), kind, place).stream()
                        .map(address -> new Media(kind, Media.fileName(address))))
                .toList();
    }

    /** Nobody can answer a question whose every choice an earlier answer has taken away; it must not hold people up. */
    boolean required() {
        return prompt.isRequired() && !lacksChoices();
    }

    /** Whether it is a question that must be answered and offers nothing to answer it with. */
    boolean lacksChoices() {
        return prompt.isRequired() && hasChangingChoices() && selectChoices().isEmpty();
    }

    boolean personal() {
        return isPersonal(element);
    }

    /** What an earlier report says is not true of the next one: its period, and figures that other reports give. */
    boolean isAskedAnew() {
        return ANEW.stream().anyMatch(mark -> element.getBindAttributeValue(BotAttributes.NAMESPACE, mark) != null);
    }

    static boolean isPersonal(TreeElement element) {
        var pii = element.getBindAttributeValue(BotAttributes.NAMESPACE, BotAttributes.PERSONAL);
        return pii != null && BotAttributes.isYes(pii);
    }

    String appearance() {
        return Objects.requireNonNullElse(prompt.getAppearanceHint(), "");
    }

    List<String> groups() {
        return groups(parsed, stop);
    }

    /** The texts of the groups around a stop; a repetition carries its number. */
    static List<String> groups(ParsedForm parsed, FormPosition stop) {
        var captions = parsed.model().getCaptionHierarchy(stop.index());
        var groups = new ArrayList<String>();
        for (int i = 0; i < captions.length - 1; i++) {
            var text = parsed.texts()
                    .label(captions[i].getFormElement(), captions[i].getIndex().getReference());
            if (!text.isEmpty()) {
                groups.add(captions[i].repeats() ? text + " " + (captions[i].getMultiplicity() + 1) : text);
            }
        }
        return groups;
    }

    List<Choice> choices() {
        if (!type().isSelect()) {
            return List.of();
        }
        return selectChoices().stream()
                .map(c -> new Choice(c.getValue(), choiceText(c)))
                .toList();
    }

    /** Looked up once: a filter over thousands of places takes milliseconds. */
    private List<SelectChoice> selectChoices() {
        var known = choices;
        if (known == null) {
            known = Objects.requireNonNullElse(prompt.getSelectChoices(), List.<SelectChoice>of());
            choices = known;
        }
        return known;
    }

    private String choiceText(SelectChoice choice) {
        return parsed.texts().label(choice, place);
    }

    Optional<Given> given() {
        return value().map(value -> {
            var values = stored(value);
            return new Given(values, readable(values));
        });
    }

    /** What a stored text holds: blanks part several choices, and are part of everything else. */
    List<String> stored(String value) {
        return type() == QuestionType.SELECT_MULTIPLE ? List.of(value.split("\\s+", -1)) : List.of(value);
    }

    private String readable(List<String> values) {
        if (!type().isSelect()) {
            return ForPeople.text(type(), values.get(0), context);
        }
        var chosen = new LinkedHashMap<String, String>();
        values.forEach(v -> chosen.put(v, v));
        for (var choice : selectChoices()) {
            chosen.computeIfPresent(choice.getValue(), (value, text) -> choiceText(choice));
        }
        return String.join(", ", chosen.values());
    }

    /** The stored value, as XML has it. */
    Optional<String> value() {
        return value(element);
    }

    static Optional<String> value(TreeElement element) {
        var data = element.getValue();
        return data == null
                ? Optional.empty()
                : Optional.of(data.uncast().getString()).filter(v -> !v.isEmpty());
    }

    /** What an answer to this question means. */
    Reading read(Answer answer) {
        return new AnswerReader(type(), this::choices, context).read(answer);
    }

    /** Data for stored values; no value at all is no data. */
    Optional<IAnswerData> data(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (!type().isSelect()) {
            return Optional.ofNullable(
                    XFormAnswerDataParser.getAnswerData(values.get(0), element.getDataType(), prompt.getQuestion()));
        }
        Map<String, SelectChoice> byValue =
                selectChoices().stream().collect(Collectors.toMap(SelectChoice::getValue, c -> c, (a, b) -> a));
        var selections = values.stream()
                .map(byValue::get)
                .filter(Objects::nonNull)
                .map(SelectChoice::selection)
                .toList();
        if (selections.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                type() == QuestionType.SELECT_ONE
                        ? new SelectOneData(selections.get(0))
                        : new MultipleItemsData(new ArrayList<>(selections)));
    }

    /** Whether the choices depend on other answers. */
    boolean hasChangingChoices() {
        return type().isSelect() && prompt.getQuestion().getDynamicChoices() != null;
    }

    String constraintMessage(Optional<IAnswerData> attempted) {
        var constraint = element.getConstraint();
        var scope = new EvaluationContext(parsed.form().getEvaluationContext(), place);
        attempted.ifPresent(data -> {
            scope.isConstraint = true;
            scope.candidateValue = data;
        });
        var message = constraint == null
                ? null
                : constraint.getConstraintMessage(scope, parsed.form().getMainInstance(), null);
        return message == null || message.isBlank()
                ? Wording.of(context.language()).rejected(Outcome.Reason.CONSTRAINT)
                : parsed.texts().fill(message, place);
    }

    /** JavaRosa leaves this one to us: it stays an attribute of the bind. */
    String requiredMessage() {
        var written = element.getBindAttributeValue(Xml.JAVAROSA, "requiredMsg");
        if (written == null || written.isBlank()) {
            return Wording.of(context.language()).rejected(Outcome.Reason.REQUIRED);
        }
        var message = written.strip();
        boolean isText = message.startsWith(MESSAGE_START) && message.endsWith("')");
        var id = isText ? message.substring(MESSAGE_START.length(), message.length() - 2) : null;
        return parsed.texts().text(id, message, place);
    }
}
