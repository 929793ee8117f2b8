package danvan.bench;

import danvan.form.Choice;
import danvan.form.Field;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A province of communes with members and reports, made up, for what must be quick when there is much of it. */
public final class MadeOffice {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BATCH = 500;
    private static final List<String> NAMES = List.of(
            "Tiền Phong",
            "Hòa Bình",
            "Đông Sơn",
            "Minh Khai",
            "Thống Nhất",
            "Quang Trung",
            "Bình Minh",
            "Tân Lập",
            "Hồng Thái",
            "Vũ Ninh",
            "An Khang",
            "Phú Xuân",
            "Nam Cường",
            "Bắc Hải");
    private static final List<String> PEOPLE = List.of(
            "Nguyễn Thị Hạnh",
            "Trần Văn Bình",
            "Lê Thị Mai",
            "Phạm Quốc Đạt",
            "Hoàng Thị Yến",
            "Vũ Đức Thắng",
            "Đặng Thị Thu",
            "Bùi Văn Long",
            "Đỗ Thị Nga",
            "Ngô Xuân Trường");
    private static final List<String> WORDS = List.of(
            "Bà con đề nghị sửa đoạn đường trước nhà văn hóa thôn",
            "Đã vận động 12 hộ hiến đất mở rộng đường liên thôn",
            "Nguồn nước sinh hoạt bị đục sau mưa, cần kiểm tra",
            "Hội nghị đối thoại diễn ra nghiêm túc, nhân dân đồng thuận",
            "Chưa phát sinh vấn đề phức tạp trên địa bàn",
            "Một số hộ chưa đồng ý mức đền bù, tiếp tục vận động");
    private static final String[] STATES = {"RECEIVED", "RECEIVED", "IN_REVIEW", "RESOLVED", "RESOLVED", "RETURNED"};

    private final Database database;
    private final Random random = new Random(7);
    private final List<String> communes = new ArrayList<>();
    private final String root;

    /** @param root the code of the unit below which the communes stand */
    public MadeOffice(Database database, String root) {
        this.database = database;
        this.root = root;
    }

    /** Adds communes, whose codes are {@code made-1} and so on. */
    public List<String> communes(int count) {
        database.change(tx -> {
            for (int i = 1; i <= count; i++) {
                String code = "made-" + i;
                communes.add(code);
                tx.update(
                        "INSERT INTO unit (code, name, level, parent) VALUES (?, ?, 'COMMUNE', ?) ON CONFLICT DO NOTHING",
                        code,
                        "xã " + NAMES.get(i % NAMES.size()) + (i <= NAMES.size() ? "" : " " + (i / NAMES.size() + 1)),
                        root);
            }
        });
        return communes;
    }

    /** Adds members, spread over the communes, from number 1,000,000 on. */
    public void members(int count) {
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            database.change(tx -> {
                for (int i = first; i < Math.min(first + BATCH, count); i++) {
                    tx.update(
                            "INSERT INTO member (id, name, role, unit, created_at) VALUES (?, ?, ?, ?, 0)",
                            1_000_000L + i,
                            PEOPLE.get(i % PEOPLE.size()),
                            i < communes.size() ? "LEAD" : "CADRE",
                            communes.get(i % communes.size()));
                }
            });
        }
    }

    /** Adds reports that came in evenly until a day, over so many days. */
    public void reports(Forms forms, int count, LocalDate until, int days) {
        List<Form> all = List.copyOf(forms.all());
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            database.change(tx -> {
                for (int i = first; i < Math.min(first + BATCH, count); i++) {
                    Form form = all.get(random.nextInt(all.size()));
                    LocalDate day = until.minusDays(days - 1L - (long) i * days / count);
                    report(tx, form, i, day, i > count * 9 / 10);
                }
            });
        }
    }

    private void report(Tx tx, Form form, int i, LocalDate day, boolean recent) {
        Instant at = day.atTime(7 + random.nextInt(10), random.nextInt(60))
                .atZone(ZONE)
                .toInstant();
        int commune = random.nextInt(communes.size());
        long id = tx.insert(
                        """
                        INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                            submitted_at, urgent, instance_xml, sealed, nil, period, status)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?) RETURNING id
                        """,
                        day.getYear(),
                        1 + i,
                        form.id(),
                        form.version(),
                        form.title("vi"),
                        "uuid:made-" + i,
                        1_000_000L + commune,
                        communes.get(commune),
                        at,
                        random.nextInt(40) == 0,
                        instance(form, day),
                        random.nextInt(25) == 0,
                        day.toString().substring(0, 7),
                        recent ? STATES[random.nextInt(STATES.length)] : "RESOLVED")
                .orElseThrow();
        tx.update(
                "INSERT INTO report_event (report_id, at, member_id, kind, words) VALUES (?, ?, ?, 'SUBMITTED', '')",
                id,
                at,
                1_000_000L + commune);
    }

    /** An instance in which every question of the form that stands once is answered. */
    private String instance(Form form, LocalDate day) {
        StringBuilder xml = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        List<Field> fields = form.fields("vi");
        String rootName = fields.get(0).path().split("/", -1)[1];
        xml.append('<')
                .append(rootName)
                .append(" id=\"")
                .append(form.id())
                .append("\" version=\"")
                .append(form.version())
                .append("\">");
        for (Field field : fields) {
            if (field.repeat().isPresent() || field.path().contains("/meta/")) {
                continue;
            }
            String[] steps = field.path().split("/", -1);
            List<String> groups = List.of(steps).subList(2, steps.length - 1);
            List<String> now = new ArrayList<>();
            open.descendingIterator().forEachRemaining(now::add);
            int same = 0;
            while (same < Math.min(now.size(), groups.size()) && now.get(same).equals(groups.get(same))) {
                same++;
            }
            for (int i = now.size(); i > same; i--) {
                xml.append("</").append(open.pop()).append('>');
            }
            for (String group : groups.subList(same, groups.size())) {
                xml.append('<').append(group).append('>');
                open.push(group);
            }
            xml.append('<')
                    .append(field.name())
                    .append('>')
                    .append(value(field, day))
                    .append("</")
                    .append(field.name())
                    .append('>');
        }
        while (!open.isEmpty()) {
            xml.append("</").append(open.pop()).append('>');
        }
        return xml.append("</").append(rootName).append('>').toString();
    }

    private String value(Field field, LocalDate day) {
        if (field.name().equals("period")) {
            return day.toString().substring(0, 7);
        }
        return switch (field.type()) {
            case INTEGER -> Integer.toString(random.nextInt(120));
            case DECIMAL -> random.nextInt(300) + ".5";
            case DATE -> day.toString();
            case SELECT_ONE, SELECT_MULTIPLE -> field.choices().isEmpty() ? "" : choice(field.choices());
            case TEXT -> field.personal() ? "" : WORDS.get(random.nextInt(WORDS.size()));
            default -> "";
        };
    }

    private String choice(List<Choice> choices) {
        return choices.get(random.nextInt(choices.size())).value();
    }
}
