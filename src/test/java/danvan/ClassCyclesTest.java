package danvan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test of a test: rings put in on purpose are found, and what is allowed is let be. */
class ClassCyclesTest {
    @TempDir
    Path folder;

    @Test
    void twoClassesOfDifferentInnerRooms() {
        assertThat(forbidden(Map.of(
                        "house.one.A", "public class A { house.two.B b; }",
                        "house.two.B", "public class B { house.one.A a() { return null; } }",
                        "house.two.C", "public class C { B b; }")))
                .containsExactly(Set.of("house.one.A", "house.two.B"));
    }

    @Test
    void throughANestedClassAnArrayOrALambda() {
        assertThat(forbidden(Map.of(
                        "house.one.A", "public class A { static class Inner { house.two.B[] b; } }",
                        "house.two.B", "public class B { Runnable r = () -> house.two.C.go(); }",
                        "house.two.C", "public class C { static void go() { new house.one.A(); } }")))
                .containsExactly(Set.of("house.one.A", "house.two.B", "house.two.C"));
    }

    @Test
    void fourOfOneRoom() {
        assertThat(forbidden(Map.of(
                        "house.A", "class A { B b; }",
                        "house.B", "class B { C c; }",
                        "house.C", "class C { D d; }",
                        "house.D", "class D { A a; }")))
                .containsExactly(Set.of("house.A", "house.B", "house.C", "house.D"));
    }

    @Test
    void threeOfOneRoomMayHoldTogetherAndRoomsMayKnowEachOtherWithoutARing() {
        assertThat(forbidden(Map.of(
                        "house.A", "public class A { B b; }",
                        "house.B", "class B { C c; }",
                        "house.C", "class C { A a; }",
                        "house.inner.D", "public class D { house.A a; }",
                        "house.Door", "class Door { house.inner.D d; }")))
                .isEmpty();
    }

    private List<Set<String>> forbidden(Map<String, String> sources) {
        List<String> files = sources.entrySet().stream()
                .map(source -> write(source.getKey(), source.getValue()).toString())
                .toList();
        Path classes = folder.resolve("classes");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        Stream.concat(Stream.of("-proc:none", "-d", classes.toString()), files.stream())
                                .toArray(String[]::new));
        assertThat(result).isZero();
        JavaClasses imported = new ClassFileImporter().importPath(classes);
        return List.copyOf(ClassCycles.forbiddenIn(imported));
    }

    private Path write(String name, String body) {
        int dot = name.lastIndexOf('.');
        Path file = folder.resolve("src").resolve(name.replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, "package " + name.substring(0, dot) + ";\n" + body + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
