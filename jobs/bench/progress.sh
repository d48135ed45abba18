#!/usr/bin/env bash
# Times progress against a bare program that reads the same Delta table, groups it by indicator and region, computes one
# regression of each group and writes the results: 2,844 counties, 8 years, and so many indicators of one series.
# Use: jobs/bench/progress.sh [INDICATORS [TIMES]]; 44 indicators make a million observations, 440 ten million.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
indicators=${1:-44}
times=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$home/minsheng" --version >/dev/null # builds what is missing
jar=$home/jobs/target/minsheng.jar
classpath=$(cat "$home/jobs/target/embedded.classpath")
mkdir "$work/classes"
javac -d "$work/classes" -cp "$jar:$classpath" "$home/jobs/bench/ProgressSpeed.java"
jar --create --file "$work/bench.jar" -C "$work/classes" .

# As many counties as the country has, and a catalogue of indicators of one series each that have to reach 90% in 2025.
cp -r "$home/conf" "$work/conf"
rm "$work/conf/layouts/"* "$work/conf/catalogue/"*
awk 'NR <= 2 || /,prefecture,/' "$home/conf/regions.csv" >"$work/conf/regions.csv"
awk 'BEGIN {for (i = 0; i < 2844; i++) printf "%06d,县%04d,县%04d,county,220100,,,,,,100000,,,\n", 300000 + i, i, i}' \
  >>"$work/conf/regions.csv"
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
# shellcheck disable=SC2086
java ${MINSHENG_JAVA_OPTS:--Xmx8g} "@$home/conf/spark/java.opts" \
  "-Dlog4j2.configurationFile=file:$home/conf/log4j2.properties" "-Dminsheng.log=$work/log" "-Djava.io.tmpdir=$work" \
  -cp "$classpath" org.apache.spark.deploy.SparkSubmit --properties-file "$home/conf/spark/local.conf" \
  --conf spark.sql.shuffle.partitions=32 --jars "$jar" --class ProgressSpeed "$work/bench.jar" "$work" "$times"
