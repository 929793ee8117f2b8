package danvan.form.admin;

import danvan.text.Texts;
import java.util.List;
import java.util.Optional;

/** Report forms as the office brings them: what is a form, what is wrong with it, what is new in it. */
public interface NewForms {

    /** Whether a file of this name may hold a form. */
    boolean takes(String fileName);

    /** Whether the file means to be a form, sound or not. */
    boolean isForm(String fileName, byte[] content);

    /**
     * Reads a form and walks through it, which may take minutes.
     *
     * @param words of what is told
     * @param beat run now and then; what it throws ends the examination
     */
    Examined examine(String fileName, byte[] content, Texts.Phrases words, Runnable beat);

    /** How a form stands to those in service now. */
    Standing standing(String fileName, byte[] content);

    /** Every form in service, in its newest version. */
    List<InService> inService(String language);

    /**
     * What came of it.
     *
     * @param faults one line each, with sheet, row and column
     * @param marked the workbook with its faulty cells coloured; empty where there is no fault, or it is no workbook
     * @param preview empty where there are faults
     */
    record Examined(List<String> faults, Optional<byte[]> marked, Optional<Preview> preview) {
        public Examined {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A sound form.
     *
     * @param version may be empty
     * @param questions that may be asked
     * @param languages their names
     * @param remarks what its author should know, one line each
     * @param changes on the version in service
     */
    record Preview(
            String id,
            String version,
            String title,
            int questions,
            List<String> languages,
            List<String> remarks,
            Standing standing,
            Changes changes) {
        public Preview {
            languages = List.copyOf(languages);
            remarks = List.copyOf(remarks);
        }
    }

    /** The words of the questions that are new, gone, or changed. */
    record Changes(List<String> added, List<String> removed, List<String> changed) {
        public Changes {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }
    }

    /**
     * How a form stands to those in service.
     *
     * @param running the version in service; empty where there is none, or it has no name
     */
    record Standing(Kind kind, String running) {
        /** Whether it can be put live. */
        boolean welcome() {
            return kind == Kind.NEW || kind == Kind.NEWER;
        }
    }

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

    /** A form in service. */
    record InService(String id, String version, String title) {}
}
