package danvan.task;

/** What a programme may name. Implementations are safe for use by several threads. */
public interface Known {
    /** For a programme that is read before units, people and forms are there: nothing is doubted. */
    Known ANYTHING = new Known() {
        @Override
        public boolean unit(String code) {
            return true;
        }

        @Override
        public boolean level(String level) {
            return true;
        }

        @Override
        public boolean member(long id) {
            return true;
        }

        @Override
        public boolean form(String id) {
            return true;
        }
    };

    boolean unit(String code);

    boolean level(String level);

    boolean member(long id);

    boolean form(String id);
}
