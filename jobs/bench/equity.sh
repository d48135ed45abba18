#!/usr/bin/env bash
# Times equity against a bare program that reads the same Delta table once, aggregates it by indicator and year and writes the
# results: 2,844 counties, 8 years, and so many indicators.
# Use: jobs/bench/equity.sh [INDICATORS [TIMES]]; 44 indicators make a million rows, 440 ten million.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile EquitySpeed.java
indicators=${1:-44}
times=${2:-3}

whole_country
shares "$indicators"

# Partitions for ten million rows, as on a cluster; the two of conf/spark/local.conf are for a few thousand.
submit -Xmx6g --conf spark.sql.shuffle.partitions=32 --jars "$jar" --class EquitySpeed "$work/bench.jar" "$work" "$times"
