package danvan.form.session;

import danvan.form.Answer;
import danvan.form.Choice;
import danvan.form.CurrentAnswer;
import danvan.form.FormContext;
import danvan.form.FormException;
import danvan.form.Media;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.RangeBounds;
import danvan.form.Step;
import danvan.form.input.AnswerReader;
import danvan.form.input.AnswerText;
import danvan.form.input.ExampleAnswers;
import danvan.form.input.ParsedAnswer;
import danvan.form.input.RejectionTexts;
import danvan.form.xform.BotAttributes;
import danvan.form.xform.Xml;
import java.math.BigDecimal;
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
public final class QuestionPrompt {
    private static final List<String> ANEW = List.of("fresh", "sum", "count");
    private static final String MESSAGE_START = "jr:itext('";

    private final FormEngine engine;
    private final FormPosition position;
    private final FormContext context;
    private final FormEntryPrompt prompt;
    private final TreeElement element;
    private final TreeReference place;
    private @Nullable List<SelectChoice> choices;

    public QuestionPrompt(FormEngine engine, FormPosition position, FormContext context) {
        this.engine = engine;
        this.position = position;
        this.context = context;
        this.prompt = engine.model().getQuestionPrompt(position.index());
        this.place = position.index().getReference();
        this.element = engine.element(place);
    }

    public QuestionType type() {
        return QuestionTypes.of(prompt.getControlType(), prompt.getDataType())
                .orElseThrow(() -> new FormException("Asking " + position.ref() + ", which no chat can ask"));
    }

    String label() {
        return engine.texts().label(prompt.getQuestion(), place);
    }

    Optional<String> hint() {
        var question = prompt.getQuestion();
        var hint = engine.texts().text(question.getHelpTextID(), question.getHelpInnerText(), place);
        var guidance = engine.texts()
                .form(question.getHelpTextID(), FormTexts.GUIDANCE, place)
                .orElse("");
        var text = (hint.equals("-") ? guidance : hint + "\n" + guidance).strip();
        return text.isEmpty() ? range().map(RangeBounds::toString) : Optional.of(text);
    }

    /** The bounds of a question that asks for a number on a scale; none where an end of the scale is not said. */
    Optional<RangeBounds> range() {
        return prompt.getQuestion() instanceof RangeQuestion range
                        && range.getRangeStart() != null
                        && range.getRangeEnd() != null
                ? Optional.of(new RangeBounds(
                        range.getRangeStart(),
                        range.getRangeEnd(),
                        Objects.requireNonNullElse(range.getRangeStep(), BigDecimal.ONE)))
                : Optional.empty();
    }

    /** What is shown or played beside the label. */
    List<Media> media() {
        return Media.KINDS.stream()
                .flatMap(kind -> engine.texts().form(prompt.getQuestion().getTextID(), kind, place).stream()
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
        return groups(engine, position);
    }

    /** The texts of the groups around a position; a repetition carries its number. */
    static List<String> groups(FormEngine engine, FormPosition position) {
        var captions = engine.model().getCaptionHierarchy(position.index());
        var groups = new ArrayList<String>();
        for (int i = 0; i < captions.length - 1; i++) {
            var text = engine.texts()
                    .label(captions[i].getFormElement(), captions[i].getIndex().getReference());
            if (!text.isEmpty()) {
                groups.add(captions[i].repeats() ? text + " " + (captions[i].getMultiplicity() + 1) : text);
            }
        }
        return groups;
    }

    public List<Choice> choices() {
        if (!type().hasChoices()) {
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
        return engine.texts().label(choice, place);
    }

    Optional<CurrentAnswer> given() {
        return value().map(value -> {
            var values = stored(value);
            return new CurrentAnswer(values, readable(values));
        });
    }

    /** What a stored text holds: blanks part several choices, and are part of everything else. */
    public List<String> stored(String value) {
        return type().holdsSeveral() ? List.of(value.split("\\s+", -1)) : List.of(value);
    }

    private String readable(List<String> values) {
        if (!type().hasChoices()) {
            return AnswerText.text(type(), values.get(0), context);
        }
        var chosen = new LinkedHashMap<String, String>();
        values.forEach(v -> chosen.put(v, v));
        for (var choice : selectChoices()) {
            chosen.computeIfPresent(choice.getValue(), (value, text) -> choiceText(choice));
        }
        return String.join(type() == QuestionType.RANK ? AnswerText.RANKED_BEFORE : ", ", chosen.values());
    }

    /** The stored value, as XML has it. */
    public Optional<String> value() {
        return value(element);
    }

    public static Optional<String> value(TreeElement element) {
        var data = element.getValue();
        return data == null
                ? Optional.empty()
                : Optional.of(data.uncast().getString()).filter(v -> !v.isEmpty());
    }

    /** What an answer to this question means. */
    ParsedAnswer read(Answer answer) {
        return new AnswerReader(type(), this::choices, context).read(answer);
    }

    /** Data for stored values; no value at all is no data. */
    Optional<IAnswerData> data(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (!type().hasChoices()) {
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
        // An order that lacks a choice, because another answer has brought more of them, is asked for again.
        boolean lacking = type() == QuestionType.RANK && selections.size() < byValue.size();
        if (selections.isEmpty() || lacking) {
            return Optional.empty();
        }
        return Optional.of(
                type() == QuestionType.SELECT_ONE
                        ? new SelectOneData(selections.get(0))
                        : new MultipleItemsData(new ArrayList<>(selections)));
    }

    /** Whether the choices depend on other answers. */
    public boolean hasChangingChoices() {
        return type().hasChoices() && prompt.getQuestion().getDynamicChoices() != null;
    }

    String constraintMessage(Optional<IAnswerData> attempted) {
        var constraint = element.getConstraint();
        var scope = new EvaluationContext(engine.form().getEvaluationContext(), place);
        attempted.ifPresent(data -> {
            scope.isConstraint = true;
            scope.candidateValue = data;
        });
        var message = constraint == null
                ? null
                : constraint.getConstraintMessage(scope, engine.form().getMainInstance(), null);
        return message == null || message.isBlank()
                ? RejectionTexts.of(context.language()).rejected(Outcome.Reason.CONSTRAINT)
                : engine.texts().fill(MarkdownText.plain(message), place);
    }

    /** Why an answer was not understood, with examples that this question would take. */
    String notUnderstood(Outcome.Reason reason) {
        return RejectionTexts.of(context.language())
                .rejected(reason, ExampleAnswers.of(type(), this::accepts, context));
    }

    Step.Near near() {
        var today = context.now().toLocalDate();
        boolean asksDay = type() == QuestionType.DATE;
        return new Step.Near(
                asksDay && accepts(today.toString()),
                asksDay && accepts(today.minusDays(1).toString()),
                (type() == QuestionType.TIME || type() == QuestionType.DATE_TIME)
                        && read(new Answer.Typed("now")) instanceof ParsedAnswer.Understood now
                        && accepts(now.values().get(0)));
    }

    /** Whether the form takes a stored value, as far as its question's own conditions say. */
    boolean accepts(String value) {
        return range().filter(bounds -> !bounds.holds(new BigDecimal(value))).isEmpty()
                && data(List.of(value))
                        .filter(data -> engine.form().evaluateConstraint(place, data))
                        .isPresent();
    }

    /** JavaRosa leaves this one to us: it stays an attribute of the bind. */
    String requiredMessage() {
        var written = element.getBindAttributeValue(Xml.JAVAROSA, "requiredMsg");
        if (written == null || written.isBlank()) {
            return RejectionTexts.of(context.language()).rejected(Outcome.Reason.REQUIRED);
        }
        var message = written.strip();
        boolean isText = message.startsWith(MESSAGE_START) && message.endsWith("')");
        var id = isText ? message.substring(MESSAGE_START.length(), message.length() - 2) : null;
        return engine.texts().text(id, message, place);
    }
}
