package danvan.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types a survey row may have, and what each becomes in an XForm. */
enum RowType {
    TEXT("text", "string", "input"),
    INTEGER("integer", "int", "input"),
    DECIMAL("decimal", "decimal", "input"),
    DATE("date", "date", "input"),
    TIME("time", "time", "input"),
    DATE_TIME("datetime", "dateTime", "input"),
    SELECT_ONE("select_one", "string", "select1"),
    SELECT_MULTIPLE("select_multiple", "string", "select"),
    NOTE("note", "string", "input"),
    ACKNOWLEDGE("acknowledge", "string", "trigger"),
    GEOPOINT("geopoint", "geopoint", "input"),
    IMAGE("image", "binary", "upload"),
    AUDIO("audio", "binary", "upload"),
    VIDEO("video", "binary", "upload"),
    FILE("file", "binary", "upload"),
    CALCULATE("calculate", "string", ""),
    HIDDEN("hidden", "string", ""),
    START("start", "dateTime", ""),
    END("end", "dateTime", ""),
    TODAY("today", "date", ""),
    USERNAME("username", "string", "");

    private static final Map<String, RowType> OTHER_NAMES = Map.ofEntries(
            Map.entry("string", TEXT),
            Map.entry("int", INTEGER),
            Map.entry("select one", SELECT_ONE),
            Map.entry("select1", SELECT_ONE),
            Map.entry("select multiple", SELECT_MULTIPLE),
            Map.entry("select all that apply", SELECT_MULTIPLE),
            Map.entry("photo", IMAGE),
            Map.entry("gps", GEOPOINT),
            Map.entry("location", GEOPOINT),
            Map.entry("trigger", ACKNOWLEDGE));

    private final String name;
    private final String dataType;
    private final String control;

    RowType(String name, String dataType, String control) {
        this.name = name;
        this.dataType = dataType;
        this.control = control;
    }

    static Optional<RowType> named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(t -> t.name.equals(lower))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(lower)));
    }

    String dataType() {
        return dataType;
    }

    /** The XForms control; empty when nobody is asked. */
    String control() {
        return control;
    }

    boolean isVisible() {
        return !control.isEmpty();
    }

    boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }

    boolean isMetadata() {
        return this == START || this == END || this == TODAY || this == USERNAME;
    }

    /** The kinds of file an upload takes, as a media type. */
    String mediaType() {
        return switch (this) {
            case IMAGE -> "image/*";
            case AUDIO -> "audio/*";
            case VIDEO -> "video/*";
            default -> "*/*";
        };
    }
}
