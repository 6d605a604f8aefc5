#!/usr/bin/env bash
# Its state is made only once: a witness that lost it says so and does not begin anew. Whoever deletes the whole volume
# deletes the note as well: then it is a new witness, and those who pin the old one must be told.
set -euo pipefail
init=()
if [ ! -e /state/ran-before ]; then
  init=(--init)
  touch /state/ran-before
fi
exec java -cp '/app/libs/*:/app/classes' io.seenby.cli.AuditCli witness "${init[@]}" --listen 0.0.0.0:8407 \
  --name seenby-compose-witness --key /keys/witness.pem --state /state/witness --log "seenby/*=$CHECKPOINT_KEY"
