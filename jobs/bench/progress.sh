#!/usr/bin/env bash
# Times progress against a bare program that reads the same Delta table, groups it by indicator and region, computes one
# regression of each group and writes the results: 2,844 counties, 8 years, and so many indicators of one series.
# Use: jobs/bench/progress.sh [INDICATORS [TIMES]]; 44 indicators make a million observations, 440 ten million.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile ProgressSpeed.java
indicators=${1:-44}
times=${2:-3}

# A catalogue of indicators of one series each that have to reach 90% in 2025.
whole_country
rm "$work/conf/catalogue/"*
awk -v n="$indicators" 'BEGIN {
  print "field: 1\ntitle: {zh: bench, en: bench}\nseries:"
  for (i = 0; i < n; i++)
    printf "  - {id: bench_%03d, title: {zh: bench %03d, en: bench %03d}, unit: \"%%\", level: county, least: 0, most: 100}\n", i, i, i
  print "measures:\n  - measure: 1\n    title: {zh: bench, en: bench}\n    lead: bench\n    with: []\n    indicators:"
  for (i = 0; i < n; i++) {
    printf "      - id: \"1.%d\"\n        title: {zh: bench %d, en: bench %d}\n        unit: \"%%\"\n        most: 100\n", i + 1, i, i
    printf "        formula: {numerator: bench_%03d}\n        roll-up: share-of-counties\n", i
    print  "        targets:\n          - {kind: level, value: 90, deadline: 2025, quote: bench}"
  }
}' >"$work/conf/catalogue/bench.yaml"

# Partitions for ten million rows, as on a cluster; the two of conf/spark/local.conf are for a few thousand.
submit -Xmx8g --conf spark.sql.shuffle.partitions=32 --jars "$jar" --class ProgressSpeed "$work/bench.jar" "$work" "$times"
