package danvan.form.input;

import danvan.form.Outcome;
import danvan.form.RangeBounds;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the engine itself says, where the form's author has said nothing. Vietnamese, Turkish, else English. */
public final class RejectionTexts {
    private static final Texts TEXTS = new Texts();
    private static final Map<Outcome.Reason, String> KEYS = keys();

    private final Texts.Phrases texts;

    private RejectionTexts(Texts.Phrases texts) {
        this.texts = texts;
    }

    public static RejectionTexts of(String language) {
        return new RejectionTexts(TEXTS.in(Language.of(language).orElse(Language.EN)));
    }

    public String range(RangeBounds bounds) {
        return rejected(Outcome.Reason.CONSTRAINT) + " " + bounds;
    }

    public String rejected(Outcome.Reason reason) {
        return rejected(reason, List.of());
    }

    /**
     * What a rejected answer is told.
     *
     * @param examples answers that the question would take
     */
    public String rejected(Outcome.Reason reason, List<String> examples) {
        String list = examples.isEmpty()
                ? ""
                : texts.plain(
                        "form.rejected.suchAs",
                        "examples",
                        examples.stream()
                                .reduce((first, second) ->
                                        texts.plain("form.rejected.or", "first", first, "second", second))
                                .orElse(""));
        return texts.plain("form.rejected." + KEYS.get(reason), "examples", list);
    }

    /** NOT_WHOLE_NUMBER is the text {@code notWholeNumber}. */
    private static Map<Outcome.Reason, String> keys() {
        Map<Outcome.Reason, String> keys = new EnumMap<>(Outcome.Reason.class);
        for (Outcome.Reason reason : Outcome.Reason.values()) {
            StringBuilder key = new StringBuilder();
            for (String word : reason.name().split("_", -1)) {
                key.append(key.isEmpty() ? Character.toLowerCase(word.charAt(0)) : word.charAt(0))
                        .append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            keys.put(reason, key.toString());
        }
        return keys;
    }
}
