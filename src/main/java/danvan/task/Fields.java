package danvan.task;

import danvan.chat.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one entry of a programme, read with a word on whatever is not as expected. */
final class Fields {
    /** Is told what is wrong. */
    @FunctionalInterface
    interface Report {
        void problem(int line, String task, String what);
    }

    private final String task;
    private final Yaml.Fields yaml;
    private final Report report;

    /**
     * The fields of a value; none, and a problem, where it has no fields.
     *
     * @param task the id of the task it belongs to; may be empty
     */
    Fields(String task, Yaml value, Report report) {
        this.task = task;
        this.report = report;
        if (value instanceof Yaml.Fields fields) {
            this.yaml = fields;
        } else {
            this.yaml = new Yaml.Fields(Map.of(), value.line());
            problem(value, "expected 'key: value' lines, not " + value.kind());
        }
    }

    void allow(Set<String> keys) {
        yaml.fields().forEach((key, value) -> {
            if (!keys.contains(key)) {
                problem(
                        value,
                        key + ": there is no such key here. The keys are: " + String.join(", ", new TreeSet<>(keys)));
            }
        });
    }

    Optional<Yaml> value(String key) {
        return Optional.ofNullable(yaml.fields().get(key));
    }

    /** A field that must be there. */
    Optional<Yaml> required(String key, String expected) {
        Optional<Yaml> value = value(key);
        if (value.isEmpty()) {
            problem(yaml, key + ": is missing; expected " + expected);
        }
        return value;
    }

    Optional<String> text(String key) {
        return required(key, "a text").flatMap(value -> text(key, value, "a text"));
    }

    Optional<String> text(String key, Yaml value, String expected) {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        problem(value, key + ": expected " + expected + ", not " + value.kind());
        return Optional.empty();
    }

    Optional<Integer> number(String key, int least, int most) {
        String expected = "a number from " + least + " to " + most;
        return required(key, expected).flatMap(value -> number(key, value, least, most));
    }

    Optional<Integer> number(String key, Yaml value, int least, int most) {
        String expected = "a number from " + least + " to " + most;
        Optional<String> text = text(key, value, expected);
        Optional<Integer> number = text.filter(digits -> digits.matches("-?\\d{1,6}"))
                .map(Integer::valueOf)
                .filter(n -> n >= least && n <= most);
        if (text.isPresent() && number.isEmpty()) {
            problem(value, key + ": expected " + expected + ", not '" + text.get() + "'");
        }
        return number;
    }

    List<Yaml> items(String key) {
        Optional<Yaml> value = required(key, "a list");
        if (value.isPresent() && !(value.get() instanceof Yaml.Items)) {
            problem(value.get(), key + ": expected a list, not " + value.get().kind());
        }
        return value.filter(Yaml.Items.class::isInstance)
                .map(list -> ((Yaml.Items) list).items())
                .orElse(List.of());
    }

    /** A constant by its name, in lower case. */
    <E extends Enum<E>> Optional<E> choice(String key, Yaml value, Class<E> type) {
        String expected = String.join(
                        ", ",
                        List.of(type.getEnumConstants()).stream()
                                .map(Enum::name)
                                .toList())
                .toLowerCase(Locale.ROOT);
        Optional<String> text = text(key, value, "one of " + expected);
        for (E constant : type.getEnumConstants()) {
            if (text.isPresent() && constant.name().equalsIgnoreCase(text.get())) {
                return Optional.of(constant);
            }
        }
        text.ifPresent(other -> problem(value, key + ": expected one of " + expected + ", not '" + other + "'"));
        return Optional.empty();
    }

    /** A text in each language, Vietnamese at least. */
    Optional<Wording> wording(String key, boolean required) {
        String expected = "texts such as {vi: …, tr: …, en: …}";
        Optional<Yaml> value = required ? required(key, expected) : value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Fields texts = new Fields(task, value.get(), report);
        texts.allow(Set.of("vi", "tr", "en"));
        Map<Language, String> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.value(language.code())
                    .flatMap(text -> texts.text(key + "." + language.code(), text, "a text"))
                    .ifPresent(text -> read.put(language, text));
        }
        if (!read.containsKey(Language.VI)) {
            problem(value.get(), key + ": the Vietnamese text (vi) is missing");
            return Optional.empty();
        }
        return Optional.of(new Wording(read));
    }

    Fields nested(Yaml value) {
        return new Fields(task, value, report);
    }

    void problem(Yaml at, String what) {
        report.problem(at.line(), task, what);
    }

    Yaml here() {
        return yaml;
    }
}
