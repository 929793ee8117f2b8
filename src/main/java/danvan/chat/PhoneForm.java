package danvan.chat;

import java.util.List;
import java.util.Optional;

/** How telephone numbers are written in Vietnam, Turkey and with a country's code. */
final class PhoneForm {
    private static final int MOST_GROUPS = 6;

    private PhoneForm() {}

    /**
     * Whether groups of figures are a telephone number.
     *
     * @param plus whether a + stands before them
     * @param named whether a word such as "zalo" stands before them
     * @return empty where they are none; else whether it is a mobile one
     */
    static Optional<Boolean> mobile(List<String> groups, boolean plus, boolean named) {
        String digits = String.join("", groups);
        if (plus || (digits.startsWith("00") && digits.length() >= 11)) {
            return abroad(plus ? digits : digits.substring(2));
        }
        if (digits.startsWith("84") && digits.length() == 11 && (groups.size() == 1 || named)) {
            return local("0" + digits.substring(2), List.of(digits));
        }
        if (digits.startsWith("905") && digits.length() == 12 && (groups.size() == 1 || named)) {
            return Optional.of(true);
        }
        if (digits.length() == 9 && "35789".indexOf(digits.charAt(0)) >= 0 && named && groups.size() <= 3) {
            return Optional.of(true);
        }
        if (digits.length() == 10 && digits.startsWith("5") && named) {
            return Optional.of(true);
        }
        return local(digits, named ? List.of(digits) : groups);
    }

    private static Optional<Boolean> abroad(String digits) {
        if (digits.startsWith("84") && (digits.length() == 11 || digits.length() == 12)) {
            return Optional.of(digits.length() == 11);
        }
        if (digits.startsWith("840") && digits.length() == 13) {
            return Optional.of(true);
        }
        if (digits.startsWith("90") && digits.length() == 12) {
            return Optional.of(digits.charAt(2) == '5');
        }
        return digits.length() >= 9 && digits.length() <= 14 ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Boolean> local(String digits, List<String> groups) {
        if (digits.isEmpty() || digits.charAt(0) != '0') {
            return Optional.empty();
        }
        int length = digits.length();
        char second = length > 1 ? digits.charAt(1) : ' ';
        boolean mobile = (length == 10 && "35789".indexOf(second) >= 0) || (length == 11 && second == '5');
        boolean fixed = length == 11 && "234".indexOf(second) >= 0;
        return (mobile || fixed) && isWritten(groups, fixed) ? Optional.of(mobile) : Optional.empty();
    }

    private static boolean isWritten(List<String> groups, boolean fixed) {
        int first = groups.get(0).length();
        if (groups.stream().allMatch(group -> group.length() == 1)) {
            return true;
        }
        if (groups.size() > MOST_GROUPS) {
            return false;
        }
        if (first == 1) {
            // As in 0 532 123 45 67.
            return groups.size() >= 3 && groups.get(1).length() == 3;
        }
        if (first == 2) {
            return groups.stream().allMatch(group -> group.length() == 2)
                    || groups.stream().skip(1).allMatch(group -> group.length() >= 3);
        }
        return fixed || groups.stream().allMatch(group -> group.length() > 1);
    }
}
