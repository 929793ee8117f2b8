package danvan.form.xlsform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the type column of a row asks for.
 *
 * @param list the choice list of a select, or the name of the file its choices are in; empty otherwise
 * @param orOther one more choice «other», with a text question behind it
 */
record TypeCell(RowType type, String list, boolean orOther, boolean fromFile) {
    private static final Pattern OR_OTHER =
            Pattern.compile("(?<!\\s)\\s++or[_ ](specify[_ ])?other$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_FILE = Pattern.compile("[_ ]from[_ ]file$");

    static Optional<TypeCell> read(String written) {
        var plain = RowType.named(written).filter(type -> !type.isSelect());
        if (plain.isPresent()) {
            return Optional.of(new TypeCell(plain.get(), "", false, false));
        }
        var matcher = OR_OTHER.matcher(written);
        boolean orOther = matcher.find();
        var select = (orOther ? written.substring(0, matcher.start()) : written).strip();
        int gap = Math.max(select.lastIndexOf(' '), Math.max(select.lastIndexOf('\t'), select.lastIndexOf('\n')));
        if (gap < 0) {
            return Optional.empty();
        }
        var before = select.substring(0, gap).strip().toLowerCase(Locale.ROOT);
        var file = FROM_FILE.matcher(before);
        boolean fromFile = file.find();
        return RowType.named(fromFile ? before.substring(0, file.start()) : before)
                .filter(RowType::isSelect)
                .map(type -> new TypeCell(type, select.substring(gap + 1), orOther, fromFile));
    }
}
