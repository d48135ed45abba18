#!/usr/bin/env bash
# Kills the nightly run (SIGKILL) at random moments, runs it again, and compares every table and workbook with those of a
# run that nobody disturbed. Use: jobs/trials/kills.sh [KILLS [CHAIN [SEED]]]
# KILLS in all; after CHAIN of them in a row (fewer, where one came after the run's end) a run is left to end, and compared.
# Half of the chains begin with no lake, half with that of a night before, to which files, a correction and a withdrawal have
# come since; a single chain begins with no lake.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/../bench/prepare.sh"
source "$home/jobs/trials/same.sh"
kills=${1:-4}
chain=${2:-1}
RANDOM=${3:-1}
mkdir -p "$work/landing" "$work/logs"
cp -rp "$home/sample-data/landing/." "$work/landing"
# A third of the files: all kinds of them, and all that came in March.
find "$work/landing" -type f -path '*/2026-0[12]-*' | sort | awk 'NR % 3' | grep -v '基本康复' | xargs -d '\n' rm
find "$work/landing" -type d -empty -delete

# nightly FOLDER LANDING
nightly() {
  "$home/minsheng" nightly --as-of 2026-06-30 --set "landing=$2" --set "lake=$1/lake" --set "workbooks=$1/books" \
    --set "summaries=$1" >"$1.out" 2>"$1.err"
}

seconds() {
  local start=$EPOCHREALTIME
  "$@"
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN {printf "%.1f\n", b - a}'
}

mkdir "$work/all" "$work/before"
whole=$(seconds nightly "$work/all" "$work/landing")
echo "undisturbed, from nothing: $whole s"
lakes=("$work/all/lake" "$work/all/books" "$work/all.digest")
if ((kills > chain)); then
  cp -rp "$work/landing" "$work/landing.before"
  rm -r "$work/landing.before"/2026-03-*
  nightly "$work/before" "$work/landing.before"
  cp -rp "$work/before" "$work/incremental"
  update=$(seconds nightly "$work/incremental" "$work/landing")
  echo "undisturbed, what came since: $update s"
  lakes+=("$work/incremental/lake" "$work/incremental/books" "$work/incremental.digest")
fi

for ((done = 0, lake = 0; done < kills; lake++)); do
  here=$work/lake-$lake
  if ((lake % 2)); then
    cp -rp "$work/before" "$here"
    most=$update
  else
    mkdir "$here"
    most=$whole
  fi
  moments=
  for ((i = 0; i < chain && done < kills; i++)); do
    moment=$(awk -v r="$RANDOM" -v most="$most" 'BEGIN {printf "%.2f", 1 + r / 32768 * 0.9 * most}')
    nightly "$here" "$work/landing" &
    process=$!
    sleep "$moment"
    # All that the launcher has become, and what it has started.
    # Several stages may be at work: those that have begun and are not done.
    at=$(awk -F'（|）' '/）（.*…$/ {at[$2]} /）.*用时/ {delete at[$2]} END {for (each in at) printf "%s%s", (n++ ? "+" : ""), each}' \
      "$here.err")
    pkill -KILL -P "$process" || true
    kill -KILL "$process" 2>/dev/null || at=ended
    wait "$process" 2>/dev/null || true
    if [ "$at" = ended ]; then
      break
    fi
    ((done += 1))
    moments+=" $moment s (${at:-starting})"
  done
  nightly "$here" "$work/landing" || { echo "lake $lake: the run after the kills failed:"; cat "$here.err"; exit 1; }
  echo "lake $lake: killed at${moments:- no moment}; then a run to its end"
  lakes+=("$here/lake" "$here/books" "$here.digest")
done

digest "${lakes[@]}"
echo "$done kills"
failed=0
if ((kills > chain)); then
  same "from nothing and night by night" "$work/all.digest" "$work/incremental.digest" || failed=1
fi
for ((i = 0; i < lake; i++)); do
  same "undisturbed and lake $i" "$work/all.digest" "$work/lake-$i.digest" || failed=1
done
# What the kills left is seen as sound, and no file is there that is not a table's, a workbook or a manifest.
"$home/minsheng" maintain --set "lake=$here/lake" --set "workbooks=$here/books" --set "summaries=$here" --keep-days 7
left=$(find "$here/lake" "$here/books" -type f ! -path '*/_delta_log/*' ! -name '*.parquet' ! -name '.*.crc' ! -name '*.xlsx' \
  ! -name manifest.json)
test -z "$left" || { echo "left over: $left"; failed=1; }
exit "$failed"
