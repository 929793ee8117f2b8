package danvan.workbook;

import danvan.conversation.Actions;

/** What a button below a reviewed upload asks for; it names the file, and the mark of the changes that were shown. */
enum UploadAct implements Actions.Coded {
    APPLY("ok"),
    DROP("no"),
    /** One that waits, from a list. */
    SHOW("show");

    private final String code;

    UploadAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
