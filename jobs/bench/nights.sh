#!/usr/bin/env bash
# Times nights on the sample data against a bare session start on the same embedded Spark, and prints the ratios of the
# medians: a night from nothing, a quiet one, and one with a single corrected cell. Then quiet nights with ten times the
# counties and with ten times the indicators. Use: jobs/bench/nights.sh [RUNS [tenfold]]
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile BareSession.java Bare.java
runs=${1:-3}
cp -rp "$home/sample-data/landing" "$work/landing"

session() { submit "$launcher" --jars "$jar" --class BareSession "$work/bench.jar" >/dev/null; }

table() { rm -rf "$work/table" && submit "$launcher" --jars "$jar" --class Bare "$work/bench.jar" "$work/table" >/dev/null; }

# nightly CONF FOLDER
nightly() {
  "$home/minsheng" nightly --conf "$1/minsheng.yaml" --as-of 2026-06-30 --set "landing=$work/landing" \
    --set "lake=$2/lake" --set "workbooks=$2/workbooks" --set "summaries=$2" >"$work/out" 2>"$work/err" ||
    { cat "$work/err" >&2; return 1; }
}

from_nothing() { rm -rf "$work/first" && nightly "$home/conf" "$work/first"; }

quiet() { nightly "$home/conf" "$work/first" && grep -q "没有新的内容" "$work/out"; }

corrected() { nightly "$home/conf" "$work/corrected"; }

# seconds NAME COMMAND...: adds the time that it takes to those of the name.
seconds() {
  local name=$1 start=$EPOCHREALTIME
  shift
  "$@"
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN {printf "%.2f\n", b - a}' >>"$work/$name.times"
}

median() { sort -n "$work/$1.times" | awk '{v[NR] = $1} END {print (NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2)}'; }

tell() {
  awk -v name="$1" -v s="$(median session)" -v t="$(median "$1")" \
    'BEGIN {printf "%-16s %6.2f s, ratio to a bare session start %.2f\n", name, t, t / s}'
}

for ((i = 0; i < runs; i++)); do
  seconds session session
  seconds table table
  seconds from_nothing from_nothing
  seconds quiet quiet
  rm -rf "$work/corrected" "$work/landing/2026-03-20"
  cp -rp "$work/first" "$work/corrected"
  mkdir "$work/landing/2026-03-20"
  printf '%s\n' ',,,,单位:人' '县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)' "蛟河市,2025年,3397,$((2800 + i))," \
    >"$work/landing/2026-03-20/correction.csv"
  seconds corrected corrected
  rm -r "$work/landing/2026-03-20"
done
for name in session table from_nothing quiet corrected; do tell "$name"; done
[ "${2:-}" = tenfold ] || exit 0

cp -r "$home/conf" "$work/counties"
awk 'BEGIN {for (i = 0; i < 540; i++) printf "%06d,县%04d,县%04d,,,county,220100,,,,,,100000,,,,\n", 300000 + i, i, i}' \
  >>"$work/counties/regions.csv"
cp -r "$home/conf" "$work/indicators"
for file in "$work/indicators/catalogue/"0*.yaml; do
  # Each indicator nine times more, under ids of their own.
  awk 'function flush(  i, copy) {
         if (block == "") return
         printf "%s", block
         for (i = 1; i <= 9; i++) {copy = block; sub(/id: "[^"]*/, "&0" i, copy); printf "%s", copy}
         block = ""
       }
       /^      - id: "/ {flush(); block = $0 "\n"; next}
       block != "" && /^        / {block = block $0 "\n"; next}
       {flush(); print}
       END {flush()}' "$file" >"$work/part" && mv "$work/part" "$file"
done
for more in counties indicators; do
  MINSHENG_JAVA_OPTS="-Xmx6g" nightly "$work/$more" "$work/more-$more"
  for ((i = 0; i < runs; i++)); do
    seconds "quiet_$more" nightly "$work/$more" "$work/more-$more"
    grep -q "没有新的内容" "$work/out"
  done
  tell "quiet_$more"
done
