package io.seenby.local;

import java.nio.file.Path;

/** The broker's configuration file. */
final class BrokerProperties {
    private BrokerProperties() {}

    static Path records(KafkaBroker.Settings settings) {
        return settings.directory().resolve("records");
    }

    static String of(KafkaBroker.Settings settings) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                # A topic born by a typing error, or a leader that lost records, would lose entries quietly.
                auto.create.topics.enable=false
                unclean.leader.election.enable=false
                # One broker: everything that is usually kept three times is kept once.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Consumers of a local stack shouldn't wait for others to join.
                group.initial.rebalance.delay.ms=0
                message.max.bytes=2097152
                # A killed broker is let in again only when its former session has run out.
                broker.session.timeout.ms=%4$d
                broker.heartbeat.interval.ms=%5$d
                """.formatted(
                        settings.port(),
                        settings.controllerPort(),
                        // Properties files take a backslash as an escape.
                        records(settings).toAbsolutePath().toString().replace("\\", "\\\\"),
                        settings.quickStart() ? 3_000 : 9_000,
                        settings.quickStart() ? 500 : 2_000);
    }
}
