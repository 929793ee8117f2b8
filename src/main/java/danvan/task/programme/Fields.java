package danvan.task.programme;

import danvan.chat.PersonalData;
import danvan.task.LocalizedText;
import danvan.text.Language;
import danvan.text.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The fields of one entry of a programme, read with a word on whatever is not as expected. */
final class Fields {
    /** Is told what is wrong. */
    @FunctionalInterface
    interface Report {
        void problem(int line, String task, String field, Problem what);
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
            problem(value, "", unexpected(Problems.of("want.fields"), value));
        }
    }

    void allow(Set<String> keys) {
        yaml.fields().forEach((key, value) -> {
            if (!keys.contains(key)) {
                problem(value, key, Problems.of("unknownKey", "keys", String.join(", ", new TreeSet<>(keys))));
            }
        });
    }

    Optional<Yaml> value(String key) {
        return Optional.ofNullable(yaml.fields().get(key));
    }

    /** A field that must be there. */
    Optional<Yaml> required(String key, Problem wanted) {
        Optional<Yaml> value = value(key);
        if (value.isEmpty()) {
            problem(yaml, key, Problems.of("missing", "wanted", wanted));
        }
        return value;
    }

    Optional<String> text(String key) {
        Problem wanted = Problems.of("want.text");
        return required(key, wanted).flatMap(value -> text(key, value, wanted));
    }

    Optional<String> text(String key, Yaml value, Problem wanted) {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        problem(value, key, unexpected(wanted, value));
        return Optional.empty();
    }

    Optional<Integer> number(String key, int least, int most) {
        return required(key, wanted(least, most)).flatMap(value -> number(key, value, least, most));
    }

    Optional<Integer> number(String key, Yaml value, int least, int most) {
        Optional<String> text = text(key, value, wanted(least, most));
        Optional<Integer> number = text.filter(digits -> digits.matches("-?\\d{1,6}"))
                .map(Integer::valueOf)
                .filter(n -> n >= least && n <= most);
        if (text.isPresent() && number.isEmpty()) {
            problem(value, key, unexpected(wanted(least, most), value));
        }
        return number;
    }

    List<Yaml> items(String key) {
        Optional<Yaml> value = required(key, Problems.of("want.list"));
        if (value.isPresent() && !(value.get() instanceof Yaml.Items)) {
            problem(value.get(), key, unexpected(Problems.of("want.list"), value.get()));
        }
        return value.filter(Yaml.Items.class::isInstance)
                .map(list -> ((Yaml.Items) list).items())
                .orElse(List.of());
    }

    /** A constant by its name, in lower case. */
    <E extends Enum<E>> Optional<E> choice(String key, Yaml value, Class<E> type) {
        return choice(key, value, List.of(type.getEnumConstants()));
    }

    /** One of these constants by its name, in lower case. */
    <E extends Enum<E>> Optional<E> choice(String key, Yaml value, List<E> constants) {
        Problem wanted = oneOf(constants);
        Optional<String> text = text(key, value, wanted);
        for (E constant : constants) {
            if (text.isPresent() && constant.name().equalsIgnoreCase(text.get())) {
                return Optional.of(constant);
            }
        }
        text.ifPresent(other -> problem(value, key, unexpected(wanted, value)));
        return Optional.empty();
    }

    static <E extends Enum<E>> Problem oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    private static <E extends Enum<E>> Problem oneOf(List<E> constants) {
        String names = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
        return Problems.of("want.oneOf", "values", names.toLowerCase(Locale.ROOT));
    }

    private static Problem wanted(int least, int most) {
        return Problems.of("want.number", "least", least, "most", most);
    }

    static Problem unexpected(Problem wanted, Yaml value) {
        return Problems.of("unexpected", "wanted", wanted, "kind", value.kind());
    }

    /** A text in each language, Vietnamese at least, no longer than it may be. */
    Optional<LocalizedText> wording(String key, boolean required, int longest) {
        Optional<Yaml> value = required ? required(key, Problems.of("want.texts")) : value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Fields texts = new Fields(task, value.get(), report);
        texts.allow(Set.of("vi", "tr", "en"));
        Map<Language, String> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.value(language.code())
                    .flatMap(text -> texts.text(key + "." + language.code(), text, Problems.of("want.text")))
                    .ifPresent(text -> {
                        if (text.length() > longest) {
                            problem(
                                    texts.value(language.code()).orElse(value.get()),
                                    key + "." + language.code(),
                                    Problems.of("tooLong", "length", text.length(), "most", longest));
                        }
                        if (!PersonalData.inOffice(text).isEmpty()) {
                            problem(
                                    texts.value(language.code()).orElse(value.get()),
                                    key + "." + language.code(),
                                    Problems.of("personal"));
                        }
                        read.put(language, text);
                    });
        }
        if (!read.containsKey(Language.VI)) {
            problem(value.get(), key, Problems.of("noVietnamese"));
            return Optional.empty();
        }
        return Optional.of(new LocalizedText(read));
    }

    Fields nested(Yaml value) {
        return new Fields(task, value, report);
    }

    void problem(Yaml at, String field, Problem what) {
        report.problem(at.line(), task, field, what);
    }

    Yaml here() {
        return yaml;
    }
}
