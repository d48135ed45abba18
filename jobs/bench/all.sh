#!/usr/bin/env bash
# Times whole nights and each of their stages beside what no program can do without, in one go on one machine: a table, and a CSV
# and a chart in var/bench/. docs/performance.md tells what the columns mean.
# Use: jobs/bench/all.sh [SIZE or PART]...
#   sizes  sample (the sample data), and 30k, 1m, 10m, 100m invented observations; tiny: whether all works, for each change
#   parts  formats (ingest of 0.3 million cells in each form), files (a landing folder of very many files),
#          cluster (the night of 1m with 1, 2 and 4 executors)
# Without any: sample 30k 1m. Work lies in a folder of TMPDIR. Variables:
#   OUT    where results go (var/bench/ and the minute)
#   RUNS   how often nights and formats are done (2; 1 for tiny, 10m and 100m)
#   FILES  how many files "files" lands (100000)
#   MINSHENG_JAVA_OPTS  the options of Java in the place of those for the size
set -euo pipefail

known=" tiny sample 30k 1m 10m 100m formats files cluster "
[ $# -gt 0 ] || set -- sample 30k 1m
for part in "$@"; do
  [[ $known = *" $part "* ]] || { echo "all.sh: \"$part\" is neither size nor part; there are:$known" >&2; exit 2; }
done
if [[ " $* " = *" 100m "* ]] && ! awk '/^MemAvailable:/ {exit !($2 >= 24 * 1024 * 1024)}' /proc/meminfo; then
  echo "all.sh: 100m wants 24 GB of free memory, and there are fewer. Try 10m." >&2
  exit 2
fi

if [[ ${TMPDIR:-} = *[[:space:],]* ]]; then
  echo "all.sh: the work lies in TMPDIR, and options of Java end at a blank, folders of Spark at a comma. Point TMPDIR to another folder." >&2
  exit 2
fi

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
out=${OUT:-$home/var/bench/$(date +%F_%H%M)}
mkdir -p "$out"
out=$(cd "$out" && pwd)
: >"$out/raw.csv"
export MINSHENG_VAR=$work/var
java_given=${MINSHENG_JAVA_OPTS:-}
as_of=2026-06-30
unset SPARK_HOME

compile Measure.java Counts.java Beside.java Writers.java Duck.java Results.java
driver=$("$home/jobs/bench/duckdb.sh" "$work")

tell() { echo "-- $(date +%T) $*" >&2; }

# note SIZE WHAT MEASURE VALUE
note() { echo "$1,$2,$3,$4" >>"$out/raw.csv"; }

# notes SIZE NAME: what a program printed, lines of what (- for the name itself), measure and value.
notes() {
  local what measure value
  while read -r what measure value; do
    [ "$what" = - ] && what=${2%/} || what=${2:-}$what
    note "$1" "$what" "$measure" "$value"
  done
}

# measure SIZE WHAT COMMAND...: seconds and memory of a process.
measure() {
  local measured
  measured=$(java -Xmx64m -XX:+UseSerialGC -cp "$work/classes" Measure "$work/out" "${@:3}")
  note "$1" "$2" seconds "${measured% *}"
  note "$1" "$2" memory_mb "${measured#* }"
}

# What a size is: counties, indicators, years, files; heap, partitions, how often.
size() {
  case "$1" in
  tiny) dimensions=(6 6 2023-2025 2) ;;
  30k) dimensions=(60 42 2018-2025 10) ;;
  1m) dimensions=(2844 29 2018-2025 100) ;;
  10m) dimensions=(2844 293 2018-2025 100) ;;
  100m) dimensions=(2844 2930 2018-2025 1000) ;;
  esac
  program=$home/minsheng
  options=$launcher
  partitions=2
  case "$1" in
  1m) large 6g 32 ;;
  10m) large 8g 64 ;;
  100m) large 16g 256 ;;
  esac
  case "$1" in
  tiny | 10m | 100m) runs=${RUNS:-1} ;;
  *) runs=${RUNS:-2} ;;
  esac
  options=${java_given:-$options}
}

# As docs/performance.md has it for millions of rows: more memory, both compilers, and more partitions in conf/spark/local.conf,
# for which the program stands in a folder of its own.
large() {
  options="-Xmx$1 -XX:+UseParallelGC"
  partitions=$2
  local copy=$work/program-$2
  program=$copy/minsheng
  [ ! -d "$copy" ] || return 0
  mkdir -p "$copy/jobs" "$copy/notebooks"
  cp "$home/minsheng" "$copy"
  cp -r "$home/conf" "$copy"
  ln -s "$home/jobs/target" "$copy/jobs/target"
  ln -s "$home/notebooks/target" "$copy/notebooks/target"
  sed -i "s/^\(spark.sql.shuffle.partitions *\).*/\1$2/" "$copy/conf/spark/local.conf"
}

# data SIZE FORMAT: configuration and files, into $dir.
data() {
  dir=$work/$1-$2
  rm -rf "$dir"
  mkdir -p "$dir"
  if [ "$1" = sample ]; then
    cp -r "$home/conf" "$dir/conf"
    cp -rp "$home/sample-data/landing" "$dir/landing"
  else
    "$home/minsheng" sample --counties "${dimensions[0]}" --indicators "${dimensions[1]}" --years "${dimensions[2]}" \
      --files "${dimensions[3]}" --corrections 0 --format "$2" --out "$dir" >/dev/null
  fi
}

# run SIZE NAME COMMAND: a command of the program over $dir, timed and counted.
run() {
  local then=()
  [ "$3" = ingest ] || then=(--as-of "$as_of")
  rm -rf "$work/events" && mkdir -p "$work/events"
  touch "$work/stamp"
  sleep 0.1
  MINSHENG_JAVA_OPTS="$options -Dspark.eventLog.enabled=true -Dspark.eventLog.compress=false -Dspark.eventLog.rolling.enabled=false
    -Dspark.eventLog.dir=file:$work/events" measure "$1" "$2" "$program" "$3" --conf "$dir/conf/minsheng.yaml" "${then[@]}" \
    --set "landing=$dir/landing" --set "lake=$dir/lake" --set "workbooks=$dir/workbooks" --set "summaries=$dir"
  java -cp "$work/classes:$classpath" Counts "$work/events" "$dir/$3.json" >"$work/counts"
  notes "$1" "$2/" <"$work/counts"
  note "$1" "$2" commits "$(find "$dir/lake" -path '*/_delta_log/*.json' -newer "$work/stamp" | wc -l)"
  note "$1" "$2" written_bytes "$(find "$dir/lake" "$dir/workbooks" -type f -newer "$work/stamp" -printf '%s\n' 2>/dev/null |
    awk '{n += $1} END {printf "%.0f", n}')"
}

# A day with one value that is another: the first of the invented files, or one of the sample.
correct() {
  mkdir "$dir/landing/2026-03-31"
  local some
  some=$(find "$dir/landing" -path '*/2026-01-20/*.csv' | sort | sed -n 1p)
  if [ -n "$some" ]; then
    awk -F, -v OFS=, 'NR == 2 {$4 = $4 > 1 ? $4 - 1 : $4 + 1} NR <= 2' "$some"
  else
    printf '%s\n' series,ref_area,time_period,obs_value,obs_status "rehab_served,220281,2025,2801,A"
  fi >"$dir/landing/2026-03-31/correction.csv"
}

# alone SIZE STAGE: over the tables of the night but its own, with nothing beside it.
alone() {
  local tables=(progress projection)
  [ "$2" = progress ] || tables=(equity convergence contribution score)
  rm -rf "${tables[@]/#/$dir/lake/}"
  run "$1" "alone-$2" "$2"
}

# beside SIZE PART...: in a process of its own.
beside() {
  rm -rf "$work/beside"
  MINSHENG_JAVA_OPTS=$java_given submitted "$options" --conf "spark.sql.shuffle.partitions=$partitions" --jars "$jar" \
    --class Beside "$work/bench.jar" "$dir/conf/minsheng.yaml" "$dir/lake" "$work/beside" "${as_of}T16:00:00Z" "${@:2}"
  case "$2" in
  session | table) measure "$1" "$2" "${submitted[@]}" ;;
  *) "${submitted[@]}" 2>"$work/out" | grep ' seconds ' | notes "$1" "" || { cat "$work/out" >&2; return 1; } ;;
  esac
}

duck() { java -cp "$work/classes:$driver" Duck "$work/beside/parquet" "$(nproc)" | notes "$1" ""; }

# nights SIZE: all of a size.
nights() {
  size "$1"
  tell "$1: the files"
  data "$1" canonical
  local i part
  for ((i = 1; i <= runs; i++)); do
    tell "$1: a night from nothing ($i of $runs)"
    rm -rf "$dir/lake" "$dir/workbooks" "$dir/landing/2026-03-31" "$dir"/*.json
    run "$1" full nightly
    if [ "$1" != tiny ]; then
      tell "$1: a quiet night"
      run "$1" quiet nightly
      grep -q '"outcome" : "nothing_new"' "$dir/nightly.json"
    fi
    tell "$1: a night with one corrected cell"
    correct
    run "$1" corrected nightly
    grep -q '"files_read" : 1,' "$dir/nightly.json"
    for part in progress equity; do
      tell "$1: $part alone"
      alone "$1" "$part"
    done
    if [ "$1" = tiny ]; then
      tell "tiny: all that stands beside, in one process"
      beside tiny ingest progress equity report export
      duck tiny
      continue
    fi
    for part in session table ingest progress equity report export; do
      tell "$1: beside, $part"
      beside "$1" "$part"
    done
    duck "$1"
  done
  rm -rf "$dir" "$work/beside"
}

# Ingest alone of a third of a million cells in each form.
formats() {
  size 30k
  large 2g 8
  local format files name i
  for format in "csv 1" "xlsx 1" "canonical 1" "canonical 1000"; do
    read -r format files <<<"$format"
    name="$format in $files"
    dimensions=(2844 9 2018-2025 "$files")
    tell "formats: $name"
    data formats "$format"
    for ((i = 1; i <= runs; i++)); do
      rm -rf "$dir/lake" "$dir"/*.json
      run formats "$name" ingest
    done
    per_second formats "$name" "$name" "$name/ingest"
  done
  tell "formats: the rows written"
  beside formats ingest
  per_second formats ingest "$name"
  rm -rf "$dir"
}

# per_second PART NAME ROWS TIMED: rows in a second, of the last times that both were noted.
per_second() {
  note "$1" "$2" rows_a_second "$(awk -F, -v part="$1" -v rows="$3" -v timed="${4:-$2}" '$1 == part {
      if ($2 == rows && $3 == "observations") n = $4
      if ($2 == timed && $3 == "seconds") s = $4
    } END {printf "%.0f", n / s}' "$out/raw.csv")"
}

# Very many files, of which each has one row, in a small heap; and the run after, which has to find that none is new.
files() {
  size 30k
  options=${java_given:-"-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
  local many=${FILES:-100000}
  dimensions=("$(((many + 7) / 8))" 1 2018-2025 "$many") # a county and a year in each
  tell "files: writing ${dimensions[3]}"
  data files canonical
  tell "files: the first run"
  run files first ingest
  note files first files "$(find "$dir/landing" -type f | wc -l)"
  tell "files: the quiet run"
  run files quiet ingest
  rm -rf "$dir"
}

# The night of 1m on a cluster of Spark's own kind: a master and two workers on this machine.
cluster() {
  source "$home/jobs/trials/cluster.sh"
  trap 'stop_cluster; rm -rf "$work"' EXIT
  size 1m
  data 1m canonical
  start_spark
  local executors
  for executors in 1 2 4; do
    tell "cluster: $executors executors"
    rm -rf "$dir/lake" "$dir/workbooks" "$dir"/*.json
    program=$home/minsheng MINSHENG_SPARK_OPTS="--master $master --driver-memory 2g --executor-memory 1g --executor-cores 1
      --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 --conf spark.cores.max=$executors
      --conf spark.dynamicAllocation.minExecutors=$executors --conf spark.dynamicAllocation.maxExecutors=$executors
      --conf spark.eventLog.enabled=true --conf spark.eventLog.compress=false --conf spark.eventLog.rolling.enabled=false
      --conf spark.eventLog.dir=file:$work/events" run cluster "executors-$executors" nightly
  done
  stop_cluster
  trap 'rm -rf "$work"' EXIT
  unset SPARK_HOME
  rm -rf "$dir"
}

# The table of what is known so far, after each part: where a later one fails, those before it are not lost.
results() {
  {
    echo "$(date +%F), $(nproc) cores, $(awk '/^MemTotal:/ {printf "%.0f", $2 / 1024 / 1024}' /proc/meminfo) GB; $("$home/minsheng" --version)"
    java -cp "$work/classes" Results "$out"
  } >"$out/table.txt"
}

for part in "$@"; do
  case "$part" in
  formats | files | cluster) "$part" ;;
  *) nights "$part" ;;
  esac
  results
done

cat "$out/table.txt"
echo
echo "$out: table.txt, results.csv, chart.svg"
