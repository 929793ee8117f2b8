package danvan.conversation;

import danvan.chat.Button;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature's buttons ask for: encoded and decoded here. Buttons stay on people's phones for years: a code is not given
 * a new meaning, and one that is not known any more is answered as an old button.
 *
 * @param <E> one constant for each thing that a button may ask for
 */
public final class Actions<E extends Enum<E> & Actions.Coded> {
    private final String feature;
    private final Map<String, E> byCode = new HashMap<>();

    /** A constant with the letters that stand for it in buttons. */
    public interface Coded {
        String code();
    }

    /**
     * A tap.
     *
     * @param values what the button was made with; forged ones may be anything
     */
    public record Tap<E>(E act, List<String> values) {
        private static final int MOST_DIGITS = 18;

        public Tap {
            values = List.copyOf(values);
        }

        /** A value; empty words where there is none. */
        public String value(int at) {
            return at < values.size() ? values.get(at) : "";
        }

        /** A page or a similar number; 0 where there is no small number. */
        public int number(int at) {
            return value(at).matches("\\d{1,4}") ? Integer.parseInt(value(at)) : 0;
        }

        /** The number that a row is known by. */
        public Optional<Long> id(int at) {
            String value = value(at);
            return value.matches("\\d+") && value.length() <= MOST_DIGITS
                    ? Optional.of(Long.parseLong(value))
                    : Optional.empty();
        }
    }

    /**
     * The actions of a feature.
     *
     * @param feature its name
     * @throws IllegalArgumentException where two have the same code
     */
    public Actions(String feature, Class<E> acts) {
        this.feature = feature;
        for (E act : acts.getEnumConstants()) {
            if (byCode.put(act.code(), act) != null) {
                throw new IllegalArgumentException("two actions of " + feature + " have the code " + act.code());
            }
        }
    }

    /** A button's action; an empty last value is left out. */
    public String action(E act, Object... values) {
        StringBuilder action = new StringBuilder(feature).append(':').append(act.code());
        for (int at = 0; at < values.length; at++) {
            String value = String.valueOf(values[at]);
            if (at < values.length - 1 || !value.isEmpty()) {
                action.append(':').append(value);
            }
        }
        return action.toString();
    }

    public Button button(String label, E act, Object... values) {
        return new Button(label, action(act, values));
    }

    /**
     * Reads a button's action.
     *
     * @param action without the feature's name and colon, as {@link Feature#tap} has it
     * @return empty where it asks for something else, or is of another version
     */
    public Optional<Tap<E>> tap(String action) {
        List<String> parts = List.of(action.split(":", -1));
        return Optional.ofNullable(byCode.get(parts.get(0))).map(act -> new Tap<>(act, parts.subList(1, parts.size())));
    }
}
