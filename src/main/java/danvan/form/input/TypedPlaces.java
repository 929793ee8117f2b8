package danvan.form.input;

import danvan.form.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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

    private static final Pattern ANGLE =
            Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,12})?)\\s?[°º]\\s?(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s?['′’`]\\s?)?"
                    + "(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s?(?:[\"″”“]|''|′′|’’)\\s?)?([NSEW])");
    private static final Pattern LINK = Pattern.compile("(?:https?://|geo:)\\S{1,1800}");
    private static final Pattern SHORT =
            Pattern.compile("https?://(?:maps\\.app\\.goo\\.gl|goo\\.gl|g\\.co|osm\\.org/go|binged\\.it)/\\S{1,200}");

    private static final String PAIR = "([+-]?\\d{1,3}(?:\\.\\d{1,15})?)(?:,|~)[+ ]?([+-]?\\d{1,3}(?:\\.\\d{1,15})?)";
    /** The best first: the pin, what was searched for, the middle of the map. */
    private static final List<Pattern> IN_LINKS = List.of(
            Pattern.compile("!3d([+-]?\\d{1,3}\\.\\d{1,15})!4d([+-]?\\d{1,3}\\.\\d{1,15})"),
            Pattern.compile("[?&#;]mlat=([+-]?\\d{1,3}\\.\\d{1,15})&mlon=([+-]?\\d{1,3}\\.\\d{1,15})"),
            Pattern.compile("[?&](?:q|query|ll|daddr|destination|center|cp|coordinate|sll)=(?:loc:)?" + PAIR),
            Pattern.compile("^geo:" + PAIR),
            Pattern.compile("/(?:place|search|dir)/" + PAIR),
            Pattern.compile("/@" + PAIR),
            Pattern.compile("#map=\\d{1,2}(?:\\.\\d{1,4})?/([+-]?\\d{1,3}\\.\\d{1,15})/([+-]?\\d{1,3}\\.\\d{1,15})"));

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
        return (link.find() ? inLink(link.group()) : inAngles(text).or(() -> inNumbers(text)))
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
        var angles = ANGLE.matcher(text.toUpperCase(Locale.ROOT));
        Optional<Double> latitude = Optional.empty();
        Optional<Double> longitude = Optional.empty();
        while (angles.find()) {
            var side = angles.group(4);
            if (side.equals("N") || side.equals("S")) {
                latitude = Optional.of(side.equals("S") ? -angle(angles) : angle(angles));
            } else {
                longitude = Optional.of(side.equals("W") ? -angle(angles) : angle(angles));
            }
        }
        var east = longitude;
        return latitude.flatMap(north -> east.map(value -> place(north, value)));
    }

    private static double angle(Matcher matcher) {
        return number(matcher.group(1))
                + (matcher.group(2) == null ? 0 : number(matcher.group(2)) / 60)
                + (matcher.group(3) == null ? 0 : number(matcher.group(3)) / 3600);
    }

    private static double number(String figures) {
        return Double.parseDouble(figures.replace(',', '.'));
    }

    private static Optional<ParsedAnswer> inNumbers(String text) {
        var numbers = BETWEEN_DEGREES.split(
                PoliteWords.withoutEnd(text.replaceAll("[()]", " ").strip()), -1);
        return numbers.length >= 2 && numbers[0].matches(NUMBER) && numbers[1].matches(NUMBER)
                ? Optional.of(place(number(numbers[0]), number(numbers[1])))
                : Optional.empty();
    }

    /** Six decimals are a tenth of a metre. */
    private static String degrees(double value) {
        var rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return Double.toString(rounded.doubleValue());
    }
}
