#!/usr/bin/env bash
# Times progress against a bare program that reads the same Delta table, groups it by indicator and region, computes one
# regression of each group and writes the results: 2,844 counties, 8 years, and so many indicators of one series.
# Use: jobs/bench/progress.sh [INDICATORS [TIMES]]; 44 indicators make a million observations, 440 ten million.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile ProgressSpeed.java
indicators=${1:-44}
times=${2:-3}

whole_country
shares "$indicators"

# Partitions for ten million rows, as on a cluster; the two of conf/spark/local.conf are for a few thousand.
submit -Xmx8g --conf spark.sql.shuffle.partitions=32 --jars "$jar" --class ProgressSpeed "$work/bench.jar" "$work" "$times"
