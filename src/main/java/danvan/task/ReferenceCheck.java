package danvan.task;

/** What a programme may name. Implementations are safe for use by several threads. */
public interface ReferenceCheck {
    /** For a programme that is read before units, people and forms are there: nothing is doubted. */
    ReferenceCheck ANYTHING = new ReferenceCheck() {
        @Override
        public boolean hasUnit(String code) {
            return true;
        }

        @Override
        public boolean level(String level) {
            return true;
        }

        @Override
        public boolean hasMember(long id) {
            return true;
        }

        @Override
        public boolean form(String id) {
            return true;
        }
    };

    boolean hasUnit(String code);

    boolean level(String level);

    boolean hasMember(long id);

    boolean form(String id);
}
