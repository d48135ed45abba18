#!/usr/bin/env bash
# All that is too long for each change: every fault of a cluster, fifty kills of the nightly at random moments, folders of
# any name, all notebooks. What it says last stands in docs/operations.md. Use: jobs/trials/all.sh [SEED]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

../../notebooks/run
./names.sh
./kills.sh 50 3 "${1:-$RANDOM}"
./on-cluster.sh all
