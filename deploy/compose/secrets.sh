#!/usr/bin/env bash
# Makes .env and keys/ beside this script, or in the folder that is given. What is there stays: lost keys cannot be replaced.
# It needs openssl 1.1.1 or newer and nothing else.
set -euo pipefail
umask 077
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
folder=${1:-$here}
name=seenby-compose-witness

if [ -e "$folder/.env" ] || [ -e "$folder/keys" ]; then
  printf '%s has .env or keys/ already; nothing was changed.\n' "$folder" >&2
  exit 1
fi
mkdir -p "$folder"/keys/{access-service,audit-projector,witness}
keys=$folder/keys

# A Tink keyset of one key: TYPE PREFIX, the prefix being the bytes of its protobuf before 32 bytes of key, in hexadecimal.
keyset() {
  local id value
  id=$((16#$(openssl rand -hex 4) & 16#7fffffff | 1))
  value=$({ printf '%b' "$(sed 's/../\\x&/g' <<<"$2")"; openssl rand 32; } | openssl base64 -A)
  printf '{"primaryKeyId":%s,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.%s","value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%s,"outputPrefixType":"TINK"}]}\n' \
    "$id" "$1" "$value" "$id"
}

# Ed25519, both halves in one file.
signing() {
  openssl genpkey -algorithm ed25519 -out "$1"
  openssl pkey -in "$1" -pubout >>"$1"
}

# The raw 32 bytes of the public half: behind the 12 bytes that say what it is.
raw() { openssl pkey -in "$1" -pubout -outform DER | tail -c 32; }

keyset AesGcmKey 1a20 >"$keys/access-service/kek.json"
keyset HmacKey 1204080310201a20 >"$keys/access-service/ledger-mac.json"
cp "$keys/access-service/ledger-mac.json" "$keys/audit-projector/"
signing "$keys/access-service/receipt.pem"
signing "$keys/audit-projector/checkpoint.pem"
signing "$keys/witness/witness.pem"

# C2SP signed-note: name+id+key, the id being the first four bytes of SHA-256(name, line feed, kind, key); kind 4 cosigns.
typed() { printf '\x04'; raw "$keys/witness/witness.pem"; }
id=$({ printf '%s\n' "$name"; typed; } | openssl dgst -sha256 -binary | head -c 4 | od -An -tx1 | tr -d ' \n')
{
  echo COMPOSE_PROJECT_NAME=seenby
  sed -n 's/^\([A-Z_]*\(PASSWORD\|SECRET\)\)=$/\1/p' "$here/.env.example" | while IFS= read -r variable; do
    printf '%s=%s\n' "$variable" "$(openssl rand -hex 24)"
  done
  printf 'CHECKPOINT_KEY=%s\n' "$(raw "$keys/audit-projector/checkpoint.pem" | openssl base64 -A)"
  printf 'SEENBY_WITNESS_KEY=%s+%s+%s\n' "$name" "$id" "$(typed | openssl base64 -A)"
} >"$folder/.env"
# The programs run as user 10001, whose the files become where this may be done.
chown -R 10001:10001 "$keys" 2>/dev/null || chmod -R a+rX "$keys"
printf 'Made %s/.env and %s/keys: keep both, and back them up.\n' "$folder" "$folder"
