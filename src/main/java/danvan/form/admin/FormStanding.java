package danvan.form.admin;

import danvan.form.Form;
import danvan.form.Forms;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a form that was sent stands to those in service.
 *
 * @param running the version in service; empty where there is none, or it has no name
 */
record FormStanding(Kind kind, String running) {
    /** The id stands in buttons, beside other words, and in the names of files. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    /** The kinds of standing. */
    enum Kind {
        /** No form of this id is in service. */
        NEW,
        /** A later version of a form in service. */
        NEWER,
        /** In service already, in every respect. */
        SAME,
        /** The version is in service with other content. */
        CLASHING,
        /** An earlier version than that in service. */
        OLDER,
        /** The id fits no button. */
        UNNAMEABLE
    }

    static FormStanding of(Form form, Forms served) {
        if (!ID.matcher(form.id()).matches()) {
            return new FormStanding(Kind.UNNAMEABLE, "");
        }
        Optional<Form> running = served.find(form.id());
        Kind kind = served.find(form.id(), form.version())
                .map(same -> same.isSameAs(form) ? Kind.SAME : Kind.CLASHING)
                .or(() -> running.map(now -> form.isNewerThan(now) ? Kind.NEWER : Kind.OLDER))
                .orElse(Kind.NEW);
        return new FormStanding(kind, running.map(Form::version).orElse(""));
    }

    /** Whether it can be put live. */
    boolean isWelcome() {
        return kind == Kind.NEW || kind == Kind.NEWER;
    }
}
