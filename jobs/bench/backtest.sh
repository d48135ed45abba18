#!/usr/bin/env bash
# Holds the model of projections and its rivals against real series, and against the sample data (whose last years it projects
# from the first five): mean error, shares of values inside the 80% and 95% intervals, and the interval score (Gneiting and
# Raftery 2007; the smaller the better). Use: jobs/bench/backtest.sh
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
mvn -B -q -Dstyle.color=never -f "$home/pom.xml" -Dspotless.check.skip=true test-compile
"$home/minsheng" nightly --as-of 2026-06-30 --set "landing=$home/sample-data/landing" --set "lake=$work/lake" \
  --set "workbooks=$work/books" --set "summaries=$work" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
java -Xmx2g "@$home/conf/spark/java.opts" "-Dlog4j2.configurationFile=file:$home/conf/log4j2.properties" \
  "-Dminsheng.log=$work/log" -cp "$home/jobs/target/test-classes:$jar:$classpath" org.minsheng.progress.Backtest \
  "$home/jobs/src/test/resources/panels/real_panels.csv" "$work/lake"
