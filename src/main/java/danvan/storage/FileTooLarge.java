package danvan.storage;

/** A file was larger than allowed; nothing of it was kept. */
public final class FileTooLarge extends Exception {
    private static final long serialVersionUID = 1;

    public FileTooLarge(long most) {
        super("a file of more than " + most + " bytes");
    }
}
