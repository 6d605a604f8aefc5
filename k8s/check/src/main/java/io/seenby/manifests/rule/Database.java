package io.seenby.manifests.rule;

import io.seenby.core.ground.RoleDemands;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Postgres;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The five roles, none of which can pass row security; promises of durability kept; nothing confidential in the log; backups. */
final class Database implements Rule {

    /** As the local stack sets them, too. */
    static final Map<String, String> DEMANDED = new TreeMap<>(Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "password_encryption", "scram-sha-256",
            "timezone", "UTC",
            "log_statement", "none",
            "log_min_error_statement", "panic",
            "log_parameter_max_length", "0",
            "log_parameter_max_length_on_error", "0"));

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        List<Postgres.Cluster> databases = cluster.all(Postgres.Cluster.class);
        if (databases.size() != 1) {
            broken.add("There is not one database.");
        }
        for (Postgres.Cluster database : databases) {
            settings(database.spec(), broken);
            roles(database.spec().managed().roles(), broken);
            backups(cluster, database, broken);
        }
        return broken;
    }

    private static void settings(Postgres.ClusterSpec spec, List<String> broken) {
        Map<String, String> given = spec.postgresql().parameters();
        DEMANDED.forEach((name, value) -> {
            if (!value.equals(given.get(name))) {
                broken.add("PostgreSQL needs " + name + "=" + value + ".");
            }
        });
        Postgres.Initdb initdb = spec.bootstrap().initdb();
        if (!initdb.encoding().equals("UTF8")
                || !initdb.localeProvider().equals("builtin")
                || !initdb.builtinLocale().equals("C.UTF-8")) {
            broken.add("PostgreSQL must sort text by code point: UTF8, builtin, C.UTF-8.");
        }
        if (spec.enableSuperuserAccess()) {
            broken.add("PostgreSQL's superuser can log in over the network.");
        }
        if (spec.instances() > 1 && spec.postgresql().synchronous().isEmpty()) {
            broken.add("PostgreSQL's standbys may lack what was committed: replication is not synchronous.");
        }
    }

    private static void roles(List<Postgres.Role> roles, List<String> broken) {
        Set<String> named = new HashSet<>();
        roles.forEach(role -> {
            named.add(role.name());
            List<String> powers = new ArrayList<>();
            add(powers, role.superuser(), "superuser");
            add(powers, role.createdb(), "createdb");
            add(powers, role.createrole(), "createrole");
            add(powers, role.replication(), "replication");
            add(powers, role.bypassrls(), "bypassrls");
            RoleDemands.refusal(new RoleDemands.Found(role.name(), powers, List.of()))
                    .ifPresent(broken::add);
        });
        if (!named.equals(Set.copyOf(RoleDemands.ROLES))) {
            broken.add("PostgreSQL's roles are " + named + " and must be " + RoleDemands.ROLES + ".");
        }
    }

    private static void add(List<String> powers, boolean has, String power) {
        if (has) {
            powers.add(power);
        }
    }

    private static void backups(Cluster cluster, Postgres.Cluster database, List<String> broken) {
        String name = database.metadata().getName();
        boolean archives = database.spec().plugins().stream().anyMatch(Postgres.Plugin::isWALArchiver);
        boolean scheduled = cluster.all(Postgres.ScheduledBackup.class).stream()
                .anyMatch(backup -> backup.spec().cluster().name().equals(name));
        if (!archives || !scheduled) {
            broken.add("Nobody backs up " + name + ": what was sealed could never be read again.");
        }
    }
}
