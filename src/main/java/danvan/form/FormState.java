package danvan.form;

import java.util.Objects;

/**
 * A form half filled in: all that must be kept between two messages.
 *
 * @param instanceXml the answers so far, also those that are not relevant at the moment
 * @param position where the person is, and which questions were passed without an answer; opaque outside this package
 */
public record FormState(String instanceXml, String position) {
    public FormState {
        Objects.requireNonNull(instanceXml, "instanceXml");
        Objects.requireNonNull(position, "position");
    }
}
