package danvan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does to updates what no server should do to them. */
final class Damage {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String DEEP = "@deep@";

    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    /** Takes fields out, or puts null, another type, or what is out of range in their place. */
    void toFields(ObjectNode update) {
        for (int left = 1 + random.nextInt(4); left > 0 && !update.isEmpty(); left--) {
            List<JsonNode> within = new ArrayList<>();
            collect(update, within);
            within.removeIf(JsonNode::isEmpty);
            JsonNode parent = within.get(random.nextInt(within.size()));
            if (parent instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, wrong(object.get(name)));
                }
            } else if (parent instanceof ArrayNode array) {
                array.set(random.nextInt(array.size()), wrong(array.get(0)));
            }
        }
    }

    /** Flips bits, or cuts a piece out; the update's number and its name, which stand first, stay as they are. */
    byte[] toBytes(String update) {
        byte[] bytes = update.getBytes(StandardCharsets.UTF_8);
        int first = update.indexOf(',') + 1;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int at = first + random.nextInt(Math.max(1, bytes.length - first));
            bytes[at] = (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void collect(JsonNode node, List<JsonNode> within) {
        if (node.isContainerNode()) {
            within.add(node);
            node.forEach(child -> collect(child, within));
        }
    }

    private JsonNode wrong(JsonNode right) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> JSON.nullNode();
            case 3 -> JSON.textNode("12");
            case 4 -> JSON.numberNode(BigInteger.TWO.pow(31 + 32 * random.nextInt(3)));
            case 5 -> JSON.numberNode(-1 - random.nextInt(5));
            case 6 -> JSON.numberNode(BigInteger.TEN.pow(1_500));
            case 7 -> JSON.numberNode(new BigDecimal("1e400"));
            case 8 -> JSON.numberNode(0.5);
            case 9 -> JSON.booleanNode(true);
            case 10 -> JSON.arrayNode().add(right.deepCopy());
            case 11 -> JSON.objectNode().put("never_heard_of", 1);
            case 12 -> JSON.textNode("");
            case 13 -> JSON.textNode("\u0000\ud83d \uffff\u202e");
            case 14 -> random.nextInt(20) == 0 ? JSON.textNode("dài ".repeat(20_000)) : JSON.textNode("x");
            default -> random.nextInt(20) == 0 ? JSON.textNode(DEEP) : JSON.arrayNode();
        };
    }

    /** The update as it is sent. */
    static String written(ObjectNode update) {
        // Jackson does not write what lies this deep.
        return update.toString().replace("\"" + DEEP + "\"", "[".repeat(3_000) + "]".repeat(3_000));
    }
}
