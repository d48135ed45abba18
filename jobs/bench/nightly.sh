#!/usr/bin/env bash
# Times a nightly run from nothing against a bare program on the same embedded Spark, in turn, and prints the ratio of
# the medians. Use: jobs/bench/nightly.sh [RUNS]
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile Bare.java
runs=${1:-3}

bare() {
  submit "$launcher" --jars "$jar" --class Bare "$work/bench.jar" "$work/table" >/dev/null
}

nightly() {
  "$home/minsheng" nightly --set "lake=$work/lake" --set "workbooks=$work/workbooks" >/dev/null 2>&1
}

seconds() {
  rm -rf "$work/lake" "$work/workbooks" "$work/table"
  local start=$EPOCHREALTIME
  "$1"
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN {printf "%.2f\n", b - a}'
}

median() {
  sort -n "$1" | awk '{v[NR] = $1} END {print (NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2)}'
}

for ((i = 1; i <= runs; i++)); do
  seconds bare >>"$work/bare.times"
  seconds nightly >>"$work/nightly.times"
  echo "run $i: bare $(tail -n 1 "$work/bare.times") s, nightly $(tail -n 1 "$work/nightly.times") s"
done
awk -v b="$(median "$work/bare.times")" -v n="$(median "$work/nightly.times")" \
  'BEGIN {printf "medians: bare %.2f s, nightly %.2f s, ratio %.2f\n", b, n, n / b}'
