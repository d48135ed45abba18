#!/usr/bin/env bash
# Times ingest against a bare program that reads the same bytes with the same parser and keeps nothing, for one file and
# for a thousand of each format. Use: jobs/bench/ingest.sh [YEARS]; 16 years make 0.9 million cells, 200 years
# 11 million. With "memory" in the place of YEARS: reads one .xlsx of more than 50 MB in a heap of 512 MB.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile IngestSpeed.java
years=${1:-16}

# A table of the first twenty figures that counties report.
whole_country
{
  echo 'layout: bench'
  echo 'title: {zh: bench, en: bench}'
  echo 'header: {rows: 1}'
  echo 'region: {column: "县(市、区)"}'
  echo 'period: {from: column, column: 年份}'
  echo 'columns:'
  awk '/^  - id:/ {id = $3} /^    unit:/ {unit = $0; sub(/^    unit: */, "", unit)}
    /^    level: county/ && unit !~ /是否|阶段/ && n < 20 {
      n++; printf "  - {header: [%s], series: %s, unit: %s}\n", id, id, unit}' "$home"/conf/catalogue/*.yaml
} >"$work/conf/layouts/bench.yaml"

if [ "$years" = memory ]; then
  mkdir -p "$work/landing/2026-01-10"
  java -cp "$work/bench.jar:$jar:$classpath" IngestSpeed "$work" 200 make xlsx "$work/landing/2026-01-10/large.xlsx"
  ls -l "$work/landing/2026-01-10" | awk 'NR > 1 {printf "%.1f MB\n", $5 / 1e6}'
  # Eleven million observations: more partitions than the two that the sample data need.
  submit "-Xmx512m -XX:+UseSerialGC" --conf spark.sql.shuffle.partitions=64 --class org.minsheng.Minsheng "$jar" ingest --conf "$work/conf/minsheng.yaml" \
    --set "landing=$work/landing" --set "lake=$work/lake" --set "workbooks=$work/books"
else
  submit "-Xmx3g" --jars "$jar" --class IngestSpeed "$work/bench.jar" "$work" "$years"
fi
