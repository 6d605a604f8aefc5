#!/usr/bin/env bash
# Makes the topics that are not there: topics.sh BOOTSTRAP. What exists stays as it is; the services refuse what is not fit.
set -euo pipefail
topic() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$1" --partitions "$2" \
    --replication-factor 1 --config cleanup.policy=delete --config retention.ms=-1 --config retention.bytes=-1 \
    --config message.timestamp.type=LogAppendTime --config compression.type=producer \
    --config unclean.leader.election.enable=false --config max.message.bytes=2097152
}
bootstrap=$1
topic access-ledger 6
topic breach-alerts 6
topic ledger-checkpoints 1
