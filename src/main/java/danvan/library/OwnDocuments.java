package danvan.library;

import danvan.library.index.HeldDocument;
import danvan.library.index.PassageIndex;
import danvan.library.source.KnowledgeBase;
import danvan.text.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Brings an index in step with the knowledge base's folder: what has changed there is put in, what is gone taken out. */
final class OwnDocuments {
    private final KnowledgeBase base;
    private final PassageIndex index;
    private final Set<String> seen = new HashSet<>();

    OwnDocuments(KnowledgeBase base, PassageIndex index) {
        this.base = base;
        this.index = index;
    }

    void follow(Consumer<Problem> problems) {
        base.forEachDocument(this::follow, problems);
        for (HeldDocument held : index.read(snapshot -> snapshot.store().own())) {
            if (!seen.contains(held.key())) {
                index.remove(held.original().id(), held.original().language());
            }
        }
        for (HeldDocument aside : index.read(snapshot -> snapshot.store().aside())) {
            if (!seen.contains(aside.key())) {
                index.forget(aside);
            }
        }
    }

    private void follow(DocumentContent content) {
        Document document = content.document();
        if (content.entries().isEmpty()) {
            return;
        }
        HeldDocument now = HeldDocument.of(document, revision(content), true);
        seen.add(now.key());
        Optional<HeldDocument> held = index.read(snapshot -> snapshot.store().held(document.id(), document.language()));
        if (held.isEmpty() || held.get().own()) {
            if (held.filter(before -> before.revision().equals(now.revision())).isEmpty()) {
                index.put(now, content.entries());
            }
        } else {
            // An imported one has its place; it is back when that one goes.
            index.layAside(now, content.entries());
        }
    }

    private static String revision(DocumentContent content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return Library.revised(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
