#!/usr/bin/env bash
# Runs the nightly on a Spark standalone cluster with everything on HDFS, in client and in cluster mode, and compares each
# table and each workbook with those of the embedded run. Then the faults of a cluster: an executor killed, a worker killed,
# a data node stopped, no room for a table, no permission; each followed by a run.
# Use: jobs/trials/on-cluster.sh [all | one]
# "one" is for each change: a third of the files, and of the faults the first, in the run of client mode.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/../bench/prepare.sh"
source "$home/jobs/trials/cluster.sh"
source "$home/jobs/trials/same.sh"
trap 'stop_cluster; rm -rf "$work"' EXIT
faults=${1:-all}
as_of="--as-of 2026-06-30"

step() { echo "== $(date -u +%T) $1"; }

# A third of the files is enough for the faults: all kinds of them, and all that came in March.
fewer=$work/fewer.landing
cp -rp "$home/sample-data/landing" "$fewer"
find "$fewer" -type f -path '*/2026-0[12]-*' | sort | awk 'NR % 3' | grep -v '基本康复' | xargs -d '\n' rm
landing=$home/sample-data/landing
if [ "$faults" = one ]; then
  landing=$fewer
fi

# embedded NAME LANDING: what the cluster's results are held against.
embedded() {
  # shellcheck disable=SC2086
  SPARK_HOME='' "$home/minsheng" nightly $as_of --set "landing=$2" --set "lake=$work/$1/lake" \
    --set "workbooks=$work/$1/books" --set "summaries=$work/$1" >/dev/null 2>"$work/log.$1"
}

# fault NAME MOMENT ORDER... : starts a run, gives the order once the run says MOMENT, and waits for its end; $code is its
# exit code.
fault() {
  local name=$1 moment=$2
  shift 2
  # shellcheck disable=SC2086
  on_cluster client "$name" nightly $as_of >"$work/logs/$name" 2>&1 &
  local run=$! tries=0
  until grep -q "$moment" "$work/logs/$name"; do
    ((tries += 1)) && [ "$tries" -lt 6000 ] || { tail "$work/logs/$name"; return 1; }
    sleep 0.1
  done
  sleep 2
  "$@"
  code=0
  wait "$run" || code=$?
  echo "$name: the run ended with exit code $code"
}

kill_executor() {
  local tries=0
  until pkill -KILL -o -f CoarseGrainedExecutorBackend; do
    ((tries += 1)) && [ "$tries" -lt 300 ] || return 1
    sleep 0.2
  done
}

step "embedded"
embedded embedded "$landing"
step "the cluster starts"
start_cluster
dfs -put -p "$landing" "$hdfs/landing"
# On each change the fault is in the run that is held against the embedded one anyway.
if [ "$faults" = all ]; then
  step "client mode"
  # shellcheck disable=SC2086
  on_cluster client client nightly $as_of >"$work/logs/client" 2>&1 || { tail -n 30 "$work/logs/client"; exit 1; }
else
  step "client mode, an executor killed while it parses"
  fault client "（ingest）（" kill_executor
  test "$code" -eq 0
fi
step "cluster mode"
# shellcheck disable=SC2086
on_cluster cluster cluster nightly $as_of >"$work/logs/cluster" 2>&1 || { tail -n 30 "$work/logs/cluster"; exit 1; }
dfs -cat "$hdfs/cluster/runs/nightly.json" >"$work/logs/cluster.json"
grep -q '"outcome" : "done"' "$work/logs/cluster.json" || { cat "$work/logs/cluster.json"; exit 1; }

step "a quiet night on the cluster"
versions() { dfs -ls "$hdfs/client/lake/*/_delta_log" | grep -c "json$"; }
before=$(versions)
# shellcheck disable=SC2086
on_cluster client client nightly $as_of >"$work/logs/quiet" 2>&1
test "$before" = "$(versions)"
grep -q "没有新的内容" "$work/logs/quiet"

# again NAME: the next run completes what is missing.
again() {
  # shellcheck disable=SC2086
  on_cluster client "$1" nightly $as_of >"$work/logs/$1.again" 2>&1 || { tail "$work/logs/$1.again"; return 1; }
  echo "$1: run again, exit code 0"
}

kill_worker() {
  pkill -KILL -P "${worker_processes[1]}" || true
  kill -KILL "${worker_processes[1]}"
}
no_write() { dfs -chmod -R a-w "$hdfs/$1"; }

against=embedded
if [ "$faults" = all ]; then
  step "undisturbed, with fewer files"
  dfs -rm -r "$hdfs/landing" >"$work/logs/removed"
  dfs -put -p "$fewer" "$hdfs/landing"
  embedded fewer "$fewer"
  against=fewer
fi
names=()
if [ "$faults" = all ]; then
  step "an executor killed while it parses"
  fault executor "（ingest）（" kill_executor
  test "$code" -eq 0
  step "an executor killed while it writes workbooks"
  fault executor2 "（report）（" kill_executor
  test "$code" -eq 0
  step "a worker killed, with its executors"
  fault worker "（progress）（" kill_worker
  test "$code" -eq 0
  start_worker 1
  step "a data node stopped"
  fault node "（ingest）（" order "stop 0"
  test "$code" -eq 0
  order "start 0"
  step "no room for a table"
  fault room-table "（ingest）（" order "room /room-table 1000"
  test "$code" -eq 4
  order "room /room-table"
  again room-table
  step "no room for a workbook"
  fault room-workbook "（report）（" order "room /room-workbook 1000"
  test "$code" -eq 4
  order "room /room-workbook"
  again room-workbook
  step "no permission"
  export HADOOP_USER_NAME=minsheng
  HADOOP_USER_NAME=root dfs -mkdir "$hdfs/permission"
  HADOOP_USER_NAME=root dfs -chown minsheng "$hdfs/permission"
  fault permission "（ingest）（" env HADOOP_USER_NAME=root bash -c "$(declare -f dfs no_write); work=$work hdfs=$hdfs no_write permission"
  test "$code" -eq 4
  HADOOP_USER_NAME=root dfs -chmod -R u+w "$hdfs/permission"
  again permission
  unset HADOOP_USER_NAME
  names=(executor executor2 worker node room-table room-workbook permission)
fi

step "what they hold"
all=("$work/embedded/lake" "$work/embedded/books" "$work/embedded.digest")
for name in client cluster "${names[@]}"; do
  all+=("$hdfs/$name/lake" "$hdfs/$name/workbooks" "$work/$name.digest")
done
if [ "$against" = fewer ]; then
  all+=("$work/fewer/lake" "$work/fewer/books" "$work/fewer.digest")
fi
digest "${all[@]}"
failed=0
for name in client cluster; do
  same "embedded and $name mode" "$work/embedded.digest" "$work/$name.digest" || failed=1
done
for name in "${names[@]}"; do
  same "undisturbed and $name" "$work/$against.digest" "$work/$name.digest" || failed=1
done
step "done"
exit "$failed"
