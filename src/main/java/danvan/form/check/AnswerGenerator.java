package danvan.form.check;

import danvan.form.Answer;
import danvan.form.Choice;
import danvan.form.FormContext;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.xform.FormLanguages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers to try on a question until one is taken: ordinary ones, and those its constraint speaks of, because authors
 * write the limits they think of into it.
 */
final class AnswerGenerator {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])-?\\d+(?:\\.\\d+)?(?![\\w.])");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Pattern LATE_REPETITION = Pattern.compile("\\[(?:[3-9]|\\d{2,})]");
    private static final int MOST_CHOICES = 60;
    private static final String DIGITS = "0912345678123456";

    private final FormContext context;
    /** Numbers given so far, the last one first: another question's limit is often an answer. */
    private final Deque<String> numbers = new ArrayDeque<>();

    private final boolean lastFirst;

    /** @param lastFirst the last choice before the first: another way through the form */
    AnswerGenerator(FormContext context, boolean lastFirst) {
        this.context = context;
        this.lastFirst = lastFirst;
    }

    void remember(Answer answer) {
        if (answer instanceof Answer.Typed typed && typed.text().matches("-?\\d+")) {
            numbers.addFirst(typed.text());
        }
    }

    List<Answer> candidates(Step.Question question, String constraint) {
        Stream<Answer> answers = switch (question.type()) {
            case TEXT, COMPUTED -> texts(constraint).map(Answer.Typed::new);
            case INTEGER -> numbers(constraint).filter(n -> !n.contains(".")).map(Answer.Typed::new);
            case DECIMAL ->
                Stream.concat(Stream.of("12.75", "-0.125").filter(number -> lastFirst), numbers(constraint))
                        .map(this::inTheirOwnWay)
                        .map(Answer.Typed::new);
            case DATE -> dates(constraint).map(WRITTEN::format).map(Answer.Typed::new);
            case DATE_TIME ->
                dates(constraint)
                        .flatMap(date -> Stream.of("08:00", "23:30").map(time -> WRITTEN.format(date) + " " + time))
                        .map(Answer.Typed::new);
            case TIME -> Stream.of("08:00", "12:00", "17:30", "23:30", "00:30").map(Answer.Typed::new);
            case SELECT_ONE -> inOrder(question).stream().map(choice -> new Answer.Chosen(choice.value()));
            case SELECT_MULTIPLE -> several(inOrder(question));
            case RANK -> orders(question.choices());
            case ACKNOWLEDGE -> Stream.of(new Answer.Chosen("OK"));
            case GEOPOINT -> Stream.of(new Answer.Location(20.45, 106.34), new Answer.Location(-1.25, 36.8));
            case IMAGE -> Stream.of(new Answer.File("photo.jpg"));
            case AUDIO -> Stream.of(new Answer.File("voice.ogg"));
            case VIDEO -> Stream.of(new Answer.File("film.mp4"));
            case FILE -> Stream.of(new Answer.File("paper.pdf"));
        };
        // What is there already may be the only thing that fits; at last, nothing at all.
        var kept = question.answer().stream()
                .filter(given -> question.type() == QuestionType.TEXT)
                .<Answer>map(given -> new Answer.Typed(given.text()));
        return Stream.of(answers, kept, Stream.<Answer>of(new Answer.Blank()))
                .flatMap(s -> s)
                .toList();
    }

    private List<Choice> inOrder(Step.Question question) {
        var choices = question.choices();
        var some = new ArrayList<>(choices.subList(0, Math.min(MOST_CHOICES, choices.size())));
        // Where each repetition asks whether there is another, one way through never ends.
        if (lastFirst != LATE_REPETITION.matcher(question.ref()).find()) {
            Collections.reverse(some);
        }
        return some;
    }

    /** As they stand, and the other way round; all of them, however many. */
    private static Stream<Answer> orders(List<Choice> choices) {
        var values = new ArrayList<>(choices.stream().map(Choice::value).toList());
        var turned = new ArrayList<>(values);
        Collections.reverse(turned);
        return Stream.of(new Answer.ChosenMany(turned), new Answer.ChosenMany(values));
    }

    private static Stream<Answer> several(List<Choice> choices) {
        var values = choices.stream().map(Choice::value).toList();
        var two = values.size() < 2 ? Stream.<List<String>>of() : Stream.of(values.subList(0, 2));
        return Stream.of(two, values.stream().map(List::of), Stream.of(values).filter(all -> all.size() > 2))
                .flatMap(s -> s)
                .map(Answer.ChosenMany::new);
    }

    private Stream<String> texts(String constraint) {
        var literals = LITERAL.matcher(constraint)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(text -> !text.isBlank());
        // What programs like to spoil: marks of XML, figures that are text, lines, letters beyond the first 65,536.
        var hard = Stream.of("Thôn «Đông» & <b>2</b>\n007; \"x\" 'y' ]]> 🌾", "007", "1e5", "2/3")
                .filter(text -> lastFirst);
        var ordinary = Stream.of(
                "abc",
                "Thôn Đông",
                "a",
                "an@example.vn",
                "https://example.vn",
                "AB-123",
                "Ab 12",
                "2024",
                "08:00",
                "x y z");
        var digits = IntStream.rangeClosed(1, DIGITS.length())
                .mapToObj(length -> DIGITS.substring(0, length))
                .toList();
        return Stream.of(hard, ordinary, literals, digits.stream(), letters()).flatMap(s -> s);
    }

    private static Stream<String> letters() {
        return IntStream.rangeClosed(2, 24).boxed().flatMap(n -> Stream.of("A".repeat(n), "a".repeat(n)));
    }

    private Stream<String> numbers(String constraint) {
        var found = new LinkedHashSet<String>(List.of("2", "1", "7", "0", "12"));
        var limits = NUMBER.matcher(constraint)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        for (var limit : limits) {
            found.add(limit);
            var value = new BigDecimal(limit);
            found.add(value.add(BigDecimal.ONE).toPlainString());
            found.add(value.subtract(BigDecimal.ONE).toPlainString());
        }
        numbers.stream().limit(8).forEach(found::add);
        found.add(numbers.stream().limit(8).mapToLong(AnswerGenerator::whole).sum() + "");
        found.addAll(List.of("3", "5", "10", "18", "20", "25", "30", "50", "100", "150", "500", "1000", "2024"));
        found.addAll(List.of("0.5", "1.5", "36.6", "-1", "10000", "1000000", "100000000"));
        return found.stream();
    }

    private static long whole(String digits) {
        return digits.length() > 15 ? 0 : Long.parseLong(digits);
    }

    /** A decimal point is a comma where people write one. */
    private String inTheirOwnWay(String number) {
        var primary = FormLanguages.primary(context.language());
        return primary.equals("vi") || primary.equals("tr") ? number.replace('.', ',') : number;
    }

    private Stream<LocalDate> dates(String constraint) {
        var today = context.now().toLocalDate();
        var found = new ArrayList<LocalDate>(List.of(today, today.minusDays(1), today.plusDays(1)));
        DATE.matcher(constraint).results().map(match -> match.group(1)).forEach(text -> {
            try {
                var date = LocalDate.parse(text);
                found.addAll(List.of(date, date.plusDays(1), date.minusDays(1)));
            } catch (java.time.format.DateTimeParseException e) {
                found.add(today);
            }
        });
        for (int days : new int[] {7, 30, 90, 365, 3650, 7300, 12000}) {
            found.add(today.minusDays(days));
            found.add(today.plusDays(days));
        }
        return found.stream();
    }
}
