package danvan.form;

/** A form or a draft that cannot be used; the message says what was attempted. */
public final class FormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FormException(String attempted, Throwable cause) {
        super(attempted, cause);
    }

    public FormException(String attempted) {
        super(attempted);
    }
}
