package io.seenby.local.launch;

import io.seenby.local.LocalStack;
import io.seenby.local.ProjectRoot;

/** {@code ./dev env}: what a shell needs to reach the running stack. */
public final class EnvCommand {
    private EnvCommand() {}

    /** Prints one {@code export} per line, for {@code eval}. */
    public static int run(ProjectRoot root) {
        var file = StackFile.running(root);
        var stack = new LocalStack(LocalStack.Settings.forUse(root, root.state(), file.ports()));
        export("SEENBY_ACCESS_URL", file.accessUrl());
        export("SEENBY_AUDIT_URL", file.auditUrl());
        export("SEENBY_ISSUER_URL", file.issuerUrl());
        export("SEENBY_WITNESS_URL", stack.witness().url());
        export("SEENBY_WITNESS_KEY", stack.signingKeys().witnessKey().toString());
        export("SEENBY_LOG_KEY", "seenby/*=" + stack.signingKeys().checkpointKey());
        export("SEENBY_RECEIPT_KEY", stack.signingKeys().receiptKey().toString());
        export("SEENBY_KAFKA", stack.kafka().bootstrapServers());
        export("SEENBY_JDBC_URL", stack.postgres().jdbcUrl("postgres"));
        return 0;
    }

    private static void export(String name, String value) {
        System.out.println("export " + name + "='" + value + "'");
    }
}
