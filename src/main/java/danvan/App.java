package danvan;

/** All wiring. */
public final class App {
    private App() {}
}
