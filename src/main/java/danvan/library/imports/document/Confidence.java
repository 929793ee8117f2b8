package danvan.library.imports.document;

/** How far a field that was read off a document can be relied on. */
public enum Confidence {
    /** It stands where such a field stands, in its form: the office need not look. */
    SURE,
    /** It may be another's, or something is missing: the office is asked. */
    UNSURE
}
