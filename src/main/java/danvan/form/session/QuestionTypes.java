package danvan.form.session;

import danvan.form.QuestionType;
import java.util.Optional;
import org.javarosa.core.model.Constants;

/** JavaRosa's control and data types, as a {@link QuestionType}. */
final class QuestionTypes {
    private QuestionTypes() {}

    /** Empty for what cannot be asked in a chat. */
    static Optional<QuestionType> of(int control, int data) {
        return switch (control) {
            case Constants.CONTROL_SELECT_ONE -> Optional.of(QuestionType.SELECT_ONE);
            case Constants.CONTROL_SELECT_MULTI -> Optional.of(QuestionType.SELECT_MULTIPLE);
            case Constants.CONTROL_RANK -> Optional.of(QuestionType.RANK);
            case Constants.CONTROL_TRIGGER -> Optional.of(QuestionType.ACKNOWLEDGE);
            case Constants.CONTROL_IMAGE_CHOOSE -> Optional.of(QuestionType.IMAGE);
            case Constants.CONTROL_AUDIO_CAPTURE -> Optional.of(QuestionType.AUDIO);
            case Constants.CONTROL_VIDEO_CAPTURE -> Optional.of(QuestionType.VIDEO);
            case Constants.CONTROL_FILE_CAPTURE, Constants.CONTROL_UPLOAD -> Optional.of(QuestionType.FILE);
            case Constants.CONTROL_INPUT,
                    Constants.CONTROL_SECRET,
                    Constants.CONTROL_TEXTAREA,
                    Constants.CONTROL_RANGE -> ofData(data);
            default -> Optional.empty();
        };
    }

    private static Optional<QuestionType> ofData(int data) {
        return switch (data) {
            case Constants.DATATYPE_INTEGER, Constants.DATATYPE_LONG -> Optional.of(QuestionType.INTEGER);
            case Constants.DATATYPE_DECIMAL -> Optional.of(QuestionType.DECIMAL);
            case Constants.DATATYPE_DATE -> Optional.of(QuestionType.DATE);
            case Constants.DATATYPE_TIME -> Optional.of(QuestionType.TIME);
            case Constants.DATATYPE_DATE_TIME -> Optional.of(QuestionType.DATE_TIME);
            case Constants.DATATYPE_GEOPOINT -> Optional.of(QuestionType.GEOPOINT);
            case Constants.DATATYPE_BINARY -> Optional.of(QuestionType.FILE);
            case Constants.DATATYPE_GEOSHAPE, Constants.DATATYPE_GEOTRACE -> Optional.empty();
            default -> Optional.of(QuestionType.TEXT);
        };
    }
}
