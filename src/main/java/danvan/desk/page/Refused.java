package danvan.desk.page;

/** A request of the desk is not served; {@code desk.refused.<word>} says why and what to do. */
public final class Refused extends RuntimeException {
    private final int status;
    private final String word;

    public Refused(int status, String word) {
        super(word, null, false, false);
        this.status = status;
        this.word = word;
    }

    /** There is no such thing, or none for who asks: which of the two is not told. */
    public static Refused notFound() {
        return new Refused(404, "notFound");
    }

    public int status() {
        return status;
    }

    public String word() {
        return word;
    }

    /** What the server's own refusals are called here. */
    public static Refused of(int status) {
        return new Refused(
                status,
                switch (status) {
                    case 403 -> "foreign";
                    case 404, 405 -> "notFound";
                    case 413, 414, 431 -> "tooLong";
                    case 408 -> "slowFiles";
                    case 429 -> "slow";
                    case 503 -> "busy";
                    case 400, 415 -> "malformed";
                    default -> "failed";
                });
    }
}
