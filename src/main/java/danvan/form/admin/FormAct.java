package danvan.form.admin;

import danvan.conversation.Actions;

/** What a button of the forms asks for, beside those of an upload; it names the file. */
enum FormAct implements Actions.Coded {
    /** The file of a form in service. */
    FETCH("g"),
    /** The file of a form that came with the knowledge base; names the form. */
    FETCH_SHIPPED("f"),
    /** Buttons of forms that were sent before uploads were reviewed in one way: they wait in the old table. */
    EARLIER_APPLY("y"),
    EARLIER_SHOW("s"),
    EARLIER_DROP("n");

    private final String code;

    FormAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
