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
    /** All choices, put in an order. */
    RANK,
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

    /** Whether some of several choices are chosen, and others are not. */
    public boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }

    public boolean hasChoices() {
        return isSelect() || this == RANK;
    }

    /** Whether several choices are stored as one text, with blanks between them. */
    public boolean holdsSeveral() {
        return this == SELECT_MULTIPLE || this == RANK;
    }
}
