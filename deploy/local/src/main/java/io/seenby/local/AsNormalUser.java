package io.seenby.local;

import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root. In a user namespace of its own, root is nobody in particular. */
final class AsNormalUser {
    private AsNormalUser() {}

    /** Words to put before a command: none for a normal user, {@code unshare -U} for root. */
    static List<String> prefix() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!namespacesWork()) {
            throw new StartFailed("PostgreSQL doesn't run as root, and this machine lets root make no user namespace"
                    + " (unshare -U): start the stack as a normal user.");
        }
        return List.of("unshare", "-U");
    }

    private static boolean namespacesWork() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
