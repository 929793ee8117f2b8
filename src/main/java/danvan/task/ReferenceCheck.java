package danvan.task;

import danvan.organization.directory.Organization;
import java.util.function.Predicate;

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

    /**
     * Asks the organization.
     *
     * @param forms whether there is a form of an id
     */
    static ReferenceCheck of(Organization organization, Predicate<String> forms) {
        return new ReferenceCheck() {
            @Override
            public boolean hasUnit(String code) {
                return organization.unit(code).isPresent();
            }

            @Override
            public boolean level(String level) {
                return organization.isLevel(level);
            }

            @Override
            public boolean hasMember(long id) {
                // Also who has blocked the bot: that is no fault of the programme.
                return organization.member(id).isPresent();
            }

            @Override
            public boolean form(String id) {
                return forms.test(id);
            }
        };
    }

    boolean hasUnit(String code);

    boolean level(String level);

    boolean hasMember(long id);

    boolean form(String id);
}
