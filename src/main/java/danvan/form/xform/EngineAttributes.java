package danvan.form.xform;

/** What is written into an XForm for the session to act on, as attributes of a bind; no author writes these. */
public final class EngineAttributes {
    public static final String NAMESPACE = "https://danvan.bot/form/engine";

    /** How the answer to a question is calculated until the person answers otherwise. */
    public static final String CALCULATION = "calculation";

    /** That the form wants the phone's place written here without asking, which no chat tells. */
    public static final String PLACE = "place";

    private EngineAttributes() {}
}
