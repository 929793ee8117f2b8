package danvan.library.imports;

/** A file gives no document. */
public final class UnreadableFile extends Exception {
    private final Obstacle obstacle;

    UnreadableFile(Obstacle obstacle) {
        super(obstacle.cause() + " → " + obstacle.mend());
        this.obstacle = obstacle;
    }

    UnreadableFile(Obstacle obstacle, Throwable cause) {
        super(obstacle.cause() + " → " + obstacle.mend(), cause);
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
