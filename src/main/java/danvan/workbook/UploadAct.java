package danvan.workbook;

import danvan.chat.Button;
import java.util.Optional;
import java.util.stream.Stream;

/** What a button below a reviewed upload asks for. */
enum UploadAct {
    APPLY("ok"),
    DROP("no");

    private final String code;

    UploadAct(String code) {
        this.code = code;
    }

    /**
     * A tap, as it was encoded by {@link #button}.
     *
     * @param mark of the changes that were shown
     */
    record Tap(UploadAct act, String file, String mark) {}

    Button button(String label, String feature, String file, String mark) {
        return new Button(label, feature + ":" + code + ":" + file + ":" + mark);
    }

    /** Empty where a button asks for something else, or is none of these any more. */
    static Optional<Tap> tap(String action) {
        String[] parts = action.split(":", -1);
        return parts.length < 2
                ? Optional.empty()
                : Stream.of(values())
                        .filter(act -> act.code.equals(parts[0]))
                        .findFirst()
                        .map(act -> new Tap(act, parts[1], parts.length > 2 ? parts[2] : ""));
    }
}
