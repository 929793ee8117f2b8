package danvan.desk.port;

import danvan.chat.Person;
import danvan.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a form's reports come to in a period. Implementations are safe for use by several threads. */
public interface Figures {

    /**
     * A figure in the period, in the one before it, and in the year up to the period's end; empty where nothing is known.
     */
    record Value(Optional<BigDecimal> now, Optional<BigDecimal> before, Optional<BigDecimal> year) {
        /** How much more than before. */
        public Optional<BigDecimal> change() {
            return now.flatMap(value -> before.map(value::subtract));
        }
    }

    /** A number that is asked for. */
    record Figure(String label, Value value) {}

    /**
     * An answer that can be chosen, and how often it was.
     *
     * @param answer as reports are filtered by it: {@code path=value}
     */
    record Choice(String label, String answer, Value value) {}

    /** A question with answers to choose. */
    record Question(String label, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A unit directly below, with all below it.
     *
     * @param numbers in the order of the sheet's
     */
    record Place(String code, String name, BigDecimal reports, List<Optional<BigDecimal>> numbers) {
        public Place {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * All of it.
     *
     * @param period its code
     * @param before the code of the period before
     * @param units from how many units there is a report
     */
    record Sheet(
            String period,
            String before,
            Value reports,
            int units,
            List<Figure> numbers,
            List<Question> questions,
            List<Place> places) {
        public Sheet {
            numbers = List.copyOf(numbers);
            questions = List.copyOf(questions);
            places = List.copyOf(places);
        }
    }

    /**
     * The figures of a form.
     *
     * @param unit whose reports count, with all below it
     * @return empty where the person sees no such unit, or that is no period
     */
    Optional<Sheet> of(Person person, Language language, String form, String period, String unit);
}
