package danvan.form;

/** What kind of answer a question takes. */
public enum QuestionType {
    TEXT,
    /** A whole number that fits 32 bits. */
    INTEGER,
    DECIMAL,
    DATE,
    TIME,
    DATE_TIME,
    SELECT_ONE,
    SELECT_MULTIPLE,
    /** One button; the stored value is {@code OK}. */
    ACKNOWLEDGE,
    /** "latitude longitude altitude accuracy". */
    GEOPOINT,
    IMAGE,
    AUDIO,
    VIDEO,
    FILE,
    /** Nobody is asked: hidden, calculated or recorded by the engine. Only in a {@link Submission}. */
    COMPUTED;

    /** Whether the answer is a file, sent rather than typed. */
    public boolean isFile() {
        return this == IMAGE || this == AUDIO || this == VIDEO || this == FILE;
    }

    public boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }
}
