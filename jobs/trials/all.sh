#!/usr/bin/env bash
# All that is too long for each change: every fault of a cluster, fifty kills of the nightly at random moments, folders of
# any name. What it says last stands in docs/operations.md. Use: jobs/trials/all.sh [SEED]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

./names.sh
./kills.sh 50 3 "${1:-$RANDOM}"
./on-cluster.sh all
