package danvan.form.xlsform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types a survey row may have, and what each becomes in an XForm. */
enum RowType {
    TEXT("text", "string", "input"),
    INTEGER("integer", "int", "input"),
    DECIMAL("decimal", "decimal", "input"),
    RANGE("range", "int", "range"),
    DATE("date", "date", "input"),
    TIME("time", "time", "input"),
    DATE_TIME("datetime", "dateTime", "input"),
    SELECT_ONE("select_one", "string", "select1"),
    SELECT_MULTIPLE("select_multiple", "string", "select"),
    /** The list is put in an order. */
    RANK("rank", "odk:rank", "rank"),
    NOTE("note", "string", "input"),
    ACKNOWLEDGE("acknowledge", "string", "trigger"),
    GEOPOINT("geopoint", "geopoint", "input"),
    IMAGE("image", "binary", "upload"),
    AUDIO("audio", "binary", "upload"),
    VIDEO("video", "binary", "upload"),
    FILE("file", "binary", "upload"),
    /** What a scanner would read is typed. */
    BARCODE("barcode", "barcode", "input"),
    /** Text of digits, as older forms ask for it. */
    PHONE("phone number", "string", "input"),
    PERCENTAGE("percentage", "int", "input"),
    DAYS_OF_MONTH("number of days in last month", "int", "input"),
    DAYS_OF_HALF_YEAR("number of days in last six months", "int", "input"),
    DAYS_OF_YEAR("number of days in last year", "int", "input"),
    CALCULATE("calculate", "string", ""),
    HIDDEN("hidden", "string", ""),
    START("start", "dateTime", ""),
    END("end", "dateTime", ""),
    TODAY("today", "date", ""),
    USERNAME("username", "string", ""),
    /** What a phone app would know of its owner. A chat does not, and these stay empty. */
    DEVICE_ID("deviceid", "string", ""),
    SIM_SERIAL("simserial", "string", ""),
    SUBSCRIBER_ID("subscriberid", "string", ""),
    PHONE_NUMBER("phonenumber", "string", ""),
    EMAIL("email", "string", ""),
    /** A list in a file beside the form; it has no node of its own. */
    CSV_EXTERNAL("csv-external", "", ""),
    XML_EXTERNAL("xml-external", "", "");

    private static final Map<String, RowType> OTHER_NAMES = Map.ofEntries(
            Map.entry("string", TEXT),
            Map.entry("int", INTEGER),
            Map.entry("date time", DATE_TIME),
            Map.entry("select one", SELECT_ONE),
            Map.entry("select1", SELECT_ONE),
            Map.entry("select one from", SELECT_ONE),
            Map.entry("select one using", SELECT_ONE),
            Map.entry("select multiple from", SELECT_MULTIPLE),
            Map.entry("select multiple using", SELECT_MULTIPLE),
            Map.entry("select all that apply from", SELECT_MULTIPLE),
            Map.entry("select multiple", SELECT_MULTIPLE),
            Map.entry("select all that apply", SELECT_MULTIPLE),
            Map.entry("qrcode", BARCODE),
            Map.entry("photo", IMAGE),
            Map.entry("picture", IMAGE),
            Map.entry("gps", GEOPOINT),
            Map.entry("location", GEOPOINT),
            Map.entry("trigger", ACKNOWLEDGE),
            Map.entry("start time", START),
            Map.entry("end time", END),
            Map.entry("device id", DEVICE_ID),
            Map.entry("imei", DEVICE_ID),
            Map.entry("sim id", SIM_SERIAL),
            Map.entry("subscriber id", SUBSCRIBER_ID));

    private final String name;
    private final String dataType;
    private final String control;

    RowType(String name, String dataType, String control) {
        this.name = name;
        this.dataType = dataType;
        this.control = control;
    }

    /** Also by its older names: {@code add text prompt}, {@code q text}, {@code get today}, {@code uri:deviceid}. */
    static Optional<RowType> named(String name) {
        var lower = name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        return known(lower)
                .or(() -> known(lower.replace('_', ' ')))
                .or(() -> known(lower.replaceFirst("^(add|q|get) ", "").replaceFirst(" prompt( using)?$", "")))
                .or(() -> known(lower.replaceFirst("^uri:", "")).filter(RowType::isMetadata));
    }

    private static Optional<RowType> known(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name.equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(name)));
    }

    /** The name XLSForm has for it. */
    String writtenAs() {
        return name;
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
        return this == SELECT_ONE || this == SELECT_MULTIPLE || this == RANK;
    }

    /** Whether several choices are stored as one text, with blanks between them. */
    boolean holdsSeveral() {
        return this == SELECT_MULTIPLE || this == RANK;
    }

    boolean isExternalList() {
        return this == CSV_EXTERNAL || this == XML_EXTERNAL;
    }

    boolean isMetadata() {
        return switch (this) {
            case START, END, TODAY, USERNAME, DEVICE_ID, SIM_SERIAL, SUBSCRIBER_ID, PHONE_NUMBER, EMAIL -> true;
            default -> false;
        };
    }

    /** What the type itself demands of an answer. */
    Optional<String> impliedConstraint() {
        return switch (this) {
            case PHONE -> Optional.of("regex(., '^[0-9]*$')");
            case PERCENTAGE -> Optional.of("0 <= . and . <= 100");
            case DAYS_OF_MONTH -> Optional.of("0 <= . and . <= 31");
            case DAYS_OF_HALF_YEAR -> Optional.of("0 <= . and . <= 183");
            case DAYS_OF_YEAR -> Optional.of("0 <= . and . <= 365");
            default -> Optional.empty();
        };
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
