#!/usr/bin/env bash
# Runs the nightly on a Spark standalone cluster with everything on HDFS, in client and in cluster mode, and compares each
# table and each workbook with those of the embedded run. Then, unless told otherwise, the faults of a cluster: an executor
# killed, a worker killed, a data node stopped, no room for a table, no permission; each followed by a run.
# Use: jobs/trials/on-cluster.sh [faults | no-faults]
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/../bench/prepare.sh"
source "$home/jobs/trials/cluster.sh"
source "$home/jobs/trials/same.sh"
trap 'stop_cluster; rm -rf "$work"' EXIT
as_of="--as-of 2026-06-30"
landing=$home/sample-data/landing

step() { echo "== $(date -u +%T) $1"; }

step "embedded"
# shellcheck disable=SC2086
SPARK_HOME='' "$home/minsheng" nightly $as_of --set "lake=$work/e/lake" --set "workbooks=$work/e/books" \
  --set "summaries=$work/e" >/dev/null 2>"$work/log.embedded"
digest "$work/e/lake" "$work/e/books" "$work/embedded"

step "the cluster starts"
start_cluster
dfs -put -p "$landing" "$hdfs/landing"
step "client mode"
# shellcheck disable=SC2086
on_cluster client client nightly $as_of >"$work/logs/client" 2>&1 || { tail -n 30 "$work/logs/client"; exit 1; }
step "cluster mode"
# shellcheck disable=SC2086
on_cluster cluster cluster nightly $as_of >"$work/logs/cluster" 2>&1 || { tail -n 30 "$work/logs/cluster"; exit 1; }
dfs -cat "$hdfs/cluster/runs/nightly.json" | grep -q '"outcome" : "done"'
digest "$hdfs/client/lake" "$hdfs/client/workbooks" "$work/client" \
  "$hdfs/cluster/lake" "$hdfs/cluster/workbooks" "$work/cluster"
same "embedded and client mode" "$work/embedded" "$work/client"
same "embedded and cluster mode" "$work/embedded" "$work/cluster"

step "a quiet night on the cluster"
versions() { dfs -ls "$hdfs/client/lake/*/_delta_log" | grep -c "json$"; }
before=$(versions)
# shellcheck disable=SC2086
on_cluster client client nightly $as_of >"$work/logs/quiet" 2>&1
test "$before" = "$(versions)"
grep -q "没有新的内容" "$work/logs/quiet"
step "done"
