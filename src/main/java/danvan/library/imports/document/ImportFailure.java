package danvan.library.imports.document;

/** Why a file gives no document, and what to do about it, for an operator. */
public enum ImportFailure {
    ENCRYPTED("it is protected by a password", "save it without the password"),
    BROKEN("it is damaged or not what its name says", "open it in its own program and save it again"),
    EMPTY("it is empty", "check that it is the right file"),
    NO_TEXT(
            "it is pictures of pages without text",
            "install tesseract-ocr and tesseract-ocr-vie, or send the Word file it was made from"),
    BAD_TEXT(
            "the text in it is misread: a scanner that knows no Vietnamese wrote it, or its fonts do not tell their letters",
            "install tesseract-ocr and tesseract-ocr-vie, or send the Word file it was made from"),
    UNKNOWN_KIND("it is not a document the library reads", "use PDF, DOCX, DOC, ODT, XLSX, HTML, TXT or Markdown"),
    TOO_LARGE("it is larger than the library takes", "send it in parts, or without its pictures"),
    TOO_LONG("reading it took too long and was stopped", "send it in parts, or save it again"),
    TOO_HUNGRY("it grows beyond all bounds when it is opened", "do not trust it; ask whoever made it for a clean copy"),
    INTERRUPTED(
            "whatever read it was ended from outside each time before it had finished; nothing is known about the file",
            "import it again; if that happens again, see whether the machine has memory to spare"),
    NO_READER(
            "the process that reads files could not be started; the file is not the problem",
            "see the line of the log that names the cause, then import it again"),
    NAMES_A_PERSON("its name holds a person's number or a secrecy mark", "rename it, then put it in again"),
    GONE("it cannot be read", "check that it is there and may be read");

    private final String cause;
    private final String remedy;

    ImportFailure(String cause, String remedy) {
        this.cause = cause;
        this.remedy = remedy;
    }

    public String cause() {
        return cause;
    }

    public String remedy() {
        return remedy;
    }
}
