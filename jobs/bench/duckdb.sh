#!/usr/bin/env bash
# Fetches DuckDB's driver in the version that pom.xml has into a folder, and prints where it is. Use: jobs/bench/duckdb.sh FOLDER
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=$(sed -n 's:.*<duckdb.version>\(.*\)</duckdb.version>.*:\1:p' "$home/pom.xml")
mkdir -p "$1"
mvn -B -ntp -q -N -Dstyle.color=never -f "$home/pom.xml" dependency:copy -Dartifact="org.duckdb:duckdb_jdbc:$version" \
  -DoutputDirectory="$(cd "$1" && pwd)" >&2
echo "$1/duckdb_jdbc-$version.jar"
