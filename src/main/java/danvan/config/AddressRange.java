package danvan.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of a network, such as {@code 10.20.0.0/16}, {@code 2001:db8::/32}, or a single one.
 *
 * @param network its address as hexadecimal bytes
 * @param bits how many of them count
 */
public record AddressRange(String network, int bits) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9.]{7,15}|[0-9a-fA-F:.]{2,45})(?:/(\\d{1,3}))?");

    /**
     * The range that is written so.
     *
     * @throws IllegalArgumentException where it is none; a name is none
     */
    public static AddressRange of(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()
                || (parts.group(1).indexOf(':') < 0 && !parts.group(1).matches("\\d+(?:\\.\\d+){3}"))) {
            throw new IllegalArgumentException("no network: " + written);
        }
        try {
            byte[] address = InetAddress.getByName(parts.group(1)).getAddress();
            int bits = parts.group(2) == null ? address.length * 8 : Integer.parseInt(parts.group(2));
            if (bits > address.length * 8) {
                throw new IllegalArgumentException("more bits than the address has: " + written);
            }
            return new AddressRange(HexFormat.of().formatHex(cut(address, bits)), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + written, e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length * 2 == network.length()
                && HexFormat.of().formatHex(cut(bytes, bits)).equals(network);
    }

    private static byte[] cut(byte[] address, int bits) {
        byte[] network = Arrays.copyOf(address, address.length);
        for (int i = 0; i < network.length; i++) {
            int kept = Math.max(0, Math.min(8, bits - 8 * i));
            network[i] = (byte) (network[i] & (0xFF << (8 - kept)));
        }
        return network;
    }
}
