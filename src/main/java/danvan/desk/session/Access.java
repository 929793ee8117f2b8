package danvan.desk.session;

import danvan.chat.Role;

/** Who may open a page of the desk. What of it they see, the features decide. */
public enum Access {
    /** Leads, the office, administrators, and auditors, who only read. */
    READ,
    /** All of them but auditors. */
    ACT,
    /** The office, administrators, and auditors. */
    READ_ALL,
    /** The office and administrators. */
    OFFICE,
    ADMINISTRATOR;

    public boolean allows(Role role) {
        return switch (this) {
            case READ -> role == Role.AUDITOR || role.atLeast(Role.LEAD);
            case ACT -> role.atLeast(Role.LEAD);
            case READ_ALL -> role == Role.AUDITOR || role.atLeast(Role.OFFICE);
            case OFFICE -> role.atLeast(Role.OFFICE);
            case ADMINISTRATOR -> role == Role.ADMINISTRATOR;
        };
    }
}
