#!/usr/bin/env bash
# Times the set of workbooks over the lake of the last nightly run against loops on one thread that write the same.
# Use: jobs/bench/workbooks.sh [TIMES]. With "memory" in the place of TIMES: writes a workbook with a table of 100,000 rows
# in a heap of 256 MB.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
compile WorkbookSpeed.java PlainWriter.java
times=${1:-3}

if [ "$times" = memory ]; then
  java -Xmx256m "-Djava.io.tmpdir=$work" -cp "$work/bench.jar:$jar:$classpath" org.minsheng.report.WorkbookSpeed memory
  exit
fi
submit "$launcher" --jars "$jar" --class org.minsheng.report.WorkbookSpeed "$work/bench.jar" \
  "$home/conf/minsheng.yaml" "$work" "$times"
