package danvan.library.imports.document;

/** What stands in a file and is no passage of the document, by kind. It is counted, so that nothing is lost unseen. */
public enum Furniture {
    /** The issuer, the country's name and motto, the number, the place and day. */
    LETTERHEAD,
    RUNNING_HEAD,
    PAGE_NUMBER,
    /** Lines of a table of contents. */
    CONTENTS,
    FOOTNOTE_MARK,
    /** Dashes, dots and stars that only draw. */
    RULE,
    /** The heads of a table's columns and groups, which each row bears. */
    TABLE_HEAD,
    RECIPIENTS,
    SIGNATURE,
    /** A heading with nothing below it. */
    EMPTY_HEADING,
    /** Sheets, rows and columns that a workbook hides. */
    HIDDEN,
    /** What a web page says beside the document. */
    MENU
}
