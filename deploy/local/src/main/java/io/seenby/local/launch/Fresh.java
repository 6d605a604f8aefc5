package io.seenby.local.launch;

import io.seenby.local.Folders;
import io.seenby.local.ProjectRoot;
import java.util.List;

/** Forgetting everything that was recorded here. */
final class Fresh {
    private Fresh() {}

    /** Deletes data and keys, which belong together; logs and unpacked programs stay. */
    static void state(ProjectRoot root) {
        List.of("data", "keys").forEach(folder -> Folders.delete(root.state().resolve(folder)));
        System.out.println("Earlier data and keys are deleted.");
    }
}
