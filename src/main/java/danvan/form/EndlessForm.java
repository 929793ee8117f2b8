package danvan.form;

/** An answer made a counted repeat grow without end. The draft as it was kept is untouched. */
final class EndlessForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String ref;

    EndlessForm(String ref) {
        super(ref + " repeats more than " + CountedRepeats.MOST + " times");
        this.ref = ref;
    }

    LocalizedMessage said() {
        return LocalizedMessage.of("walk.endless", ref, CountedRepeats.MOST);
    }
}
