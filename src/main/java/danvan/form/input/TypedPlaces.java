package danvan.form.input;

import danvan.form.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places as people type them and as maps copy them: {@code 20,45 106,34}, {@code 20.446, 106.336}, {@code 20°26'45.6"N
 * 106°20'09.6"E}, {@code 20.446° N, 106.336° E}, and links of Google Maps, OpenStreetMap, Apple and Bing that hold the
 * place. A short link does not hold it.
 */
final class TypedPlaces {
    private static final int LONGEST = 2_000;
    private static final String NUMBER = "([+-]?\\d{1,3}(?:[.,]\\d{1,15})?)";

    /** A comma parts two numbers when a space follows it, or when the first has a decimal point already. */
    private static final Pattern BETWEEN_DEGREES = Pattern.compile("[;\\s]+|,\\s+|(?<=\\.\\d{1,12}),");

    private static final String NORTH = "N|NORTH|BẮC|BAC|B|KUZEY|K";
    private static final String SOUTH = "S|SOUTH";
    private static final String EAST = "E|EAST|ĐÔNG|DONG|Đ|DOĞU|DOGU|D";
    private static final String WEST = "W|WEST";
    private static final String SIDE = "(" + NORTH + "|" + SOUTH + "|" + EAST + "|" + WEST + ")(?![\\p{L}])";
    /** Degrees, minutes and seconds, with their signs or with spaces only. */
    private static final String DEGREES =
            "(\\d{1,3}(?:[.,]\\d{1,12})?)(?:\\s?[°º]\\s?|\\s?ĐỘ\\s?|\\s)?(?:(\\d{1,2}(?:[.,]\\d{1,12})?)(?:\\s?['′’`]\\s?|\\s))?"
                    + "(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s?(?:[\"″”“]|''|′′|’’)?\\s?)?";

    private static final Pattern ANGLE = Pattern.compile("(?<![\\d.,])" + DEGREES + "\\s?" + SIDE);
    private static final Pattern SIDE_FIRST = Pattern.compile("(?<!\\p{L})" + SIDE + "[:=]?\\s?" + DEGREES);

    /** The words for latitude and longitude, folded. */
    private static final Pattern LATITUDE =
            Pattern.compile("(?<!\\p{L})(?:latitude|lat|vi do|enlem)[ :=]{0,3}" + NUMBER);

    private static final Pattern LONGITUDE =
            Pattern.compile("(?<!\\p{L})(?:longitude|long|lon|lng|kinh do|boylam)[ :=]{0,3}" + NUMBER);

    private static final Pattern LINK = Pattern.compile("(?:https?://|geo:)\\S{1,1800}");
    private static final Pattern SHORT =
            Pattern.compile("https?://(?:maps\\.app\\.goo\\.gl|goo\\.gl|g\\.co|osm\\.org/go|binged\\.it)/\\S{1,200}");

    private static final String PAIR = "([+-]?\\d{1,3}(?:\\.\\d{1,15})?)(?:,|~)[+ ]?([+-]?\\d{1,3}(?:\\.\\d{1,15})?)";
    /** The best first: the pin, what was searched for, the middle of the map. */
    private static final List<Pattern> IN_LINKS = List.of(
            Pattern.compile("!3d([+-]?\\d{1,3}\\.\\d{1,15})!4d([+-]?\\d{1,3}\\.\\d{1,15})"),
            Pattern.compile("[?&#;](?:mlat|lat|latitude)=([+-]?\\d{1,3}\\.\\d{1,15})"
                    + "&(?:mlon|lon|lng|long|longitude)=([+-]?\\d{1,3}\\.\\d{1,15})"),
            Pattern.compile("[?&](?:q|query|ll|daddr|destination|center|cp|coordinate|sll|map)=(?:loc:)?" + PAIR),
            Pattern.compile("^geo:" + PAIR),
            Pattern.compile("/(?:place|search|dir|l)/{1,2}" + PAIR),
            Pattern.compile("/@" + PAIR),
            Pattern.compile("#map=\\d{1,2}(?:\\.\\d{1,4})?/([+-]?\\d{1,3}\\.\\d{1,15})/([+-]?\\d{1,3}\\.\\d{1,15})"));

    /** Yandex writes the longitude first. */
    private static final Pattern LONGITUDE_FIRST = Pattern.compile(
            "//(?:[a-z.]{0,20}\\.)?yandex\\.[a-z.]{2,10}/\\S{0,400}[?&](?:pt|whatshere\\[point\\]|ll)=" + PAIR);

    private TypedPlaces() {}

    static ParsedAnswer place(String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST) {
            return ParsedAnswer.refused(Outcome.Reason.NOT_PLACE);
        }
        if (SHORT.matcher(text).find()) {
            return ParsedAnswer.refused(Outcome.Reason.SHORT_MAP_LINK);
        }
        var link = LINK.matcher(text);
        return (link.find()
                        ? inLink(link.group())
                        : inAngles(text).or(() -> inWords(text)).or(() -> inNumbers(text)))
                .orElseGet(() -> ParsedAnswer.refused(Outcome.Reason.NOT_PLACE));
    }

    static ParsedAnswer place(double latitude, double longitude) {
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth
                ? ParsedAnswer.of(String.format(Locale.ROOT, "%s %s 0.0 0.0", degrees(latitude), degrees(longitude)))
                : ParsedAnswer.refused(Outcome.Reason.NOT_PLACE);
    }

    private static Optional<ParsedAnswer> inLink(String link) {
        var plain = decoded(link);
        var reversed = LONGITUDE_FIRST.matcher(plain);
        if (reversed.find()) {
            return Optional.of(place(Double.parseDouble(reversed.group(2)), Double.parseDouble(reversed.group(1))));
        }
        for (var pattern : IN_LINKS) {
            var found = pattern.matcher(plain);
            if (found.find()) {
                return Optional.of(place(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))));
            }
        }
        return inAngles(plain.replace('+', ' '));
    }

    private static String decoded(String link) {
        try {
            return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not every % in a link begins a code; then it holds no codes we could read.
            return link;
        }
    }

    private static Optional<ParsedAnswer> inAngles(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        var first = SIDE_FIRST.matcher(upper);
        // A side before its number: read the other way round, the east would get the latitude's figures.
        boolean before =
                first.find() && !ANGLE.matcher(upper).region(0, first.end(1)).find();
        var angles = before ? SIDE_FIRST.matcher(upper) : ANGLE.matcher(upper);
        Optional<Double> latitude = Optional.empty();
        Optional<Double> longitude = Optional.empty();
        while (angles.find()) {
            var side = angles.group(before ? 1 : 4);
            double angle = angle(angles, before ? 2 : 1);
            if (side.matches(NORTH + "|" + SOUTH)) {
                latitude = Optional.of(side.matches(SOUTH) ? -angle : angle);
            } else {
                longitude = Optional.of(side.matches(WEST) ? -angle : angle);
            }
        }
        var east = longitude;
        return latitude.flatMap(north -> east.map(value -> place(north, value)));
    }

    private static double angle(Matcher matcher, int group) {
        return number(matcher.group(group))
                + (matcher.group(group + 1) == null ? 0 : number(matcher.group(group + 1)) / 60)
                + (matcher.group(group + 2) == null ? 0 : number(matcher.group(group + 2)) / 3600);
    }

    /** «Vĩ độ 20,446, kinh độ 106,336» in either order. */
    private static Optional<ParsedAnswer> inWords(String text) {
        var folded = TextFolding.of(text);
        var latitude = LATITUDE.matcher(folded);
        var longitude = LONGITUDE.matcher(folded);
        return latitude.find() && longitude.find()
                ? Optional.of(place(number(latitude.group(1)), number(longitude.group(1))))
                : Optional.empty();
    }

    private static double number(String figures) {
        return Double.parseDouble(figures.replace(',', '.'));
    }

    private static Optional<ParsedAnswer> inNumbers(String text) {
        var numbers = BETWEEN_DEGREES.split(
                PoliteWords.withoutEnd(text.replaceAll("[()]", " ").strip()), -1);
        // Behind the two, height and accuracy may stand, or the name of the place; figures of another kind would make
        // it unclear.
        var rest = Arrays.stream(numbers).skip(2).toList();
        boolean isPlace = numbers.length >= 2
                && numbers[0].matches(NUMBER)
                && numbers[1].matches(NUMBER)
                && (rest.stream().noneMatch(word -> word.chars().anyMatch(Character::isDigit))
                        || (rest.size() <= 2 && rest.stream().allMatch(word -> word.matches(NUMBER))));
        return isPlace ? Optional.of(place(number(numbers[0]), number(numbers[1]))) : Optional.empty();
    }

    /** Six decimals are a tenth of a metre. */
    private static String degrees(double value) {
        var rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return Double.toString(rounded.doubleValue());
    }
}
