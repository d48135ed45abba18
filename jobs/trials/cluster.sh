# Sourced by the trials and benches: a Spark standalone cluster (a master, two workers) and a real HDFS (two data nodes), each
# process from the ordinary jars, in the folder $work. start_cluster, stop_cluster, and what the trials do with it.

# Starts all.
start_cluster() {
  start_hdfs
  start_spark
}

# Starts Spark; $master is its address then.
start_spark() {
  mkdir -p "$work/spark/jars" "$work/spark/bin" "$work/logs"
  tr ':' '\n' <<<"$classpath" | xargs -d '\n' ln -sf -t "$work/spark/jars/"
  # As the one of Spark's distribution: its launcher makes the command.
  cat >"$work/spark/bin/spark-submit" <<'SUBMIT'
#!/usr/bin/env bash
{ read -r -d '' && read -r && mapfile -d '' -t command; } < <(java -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@")
exec "${command[@]}"
SUBMIT
  chmod +x "$work/spark/bin/spark-submit"
  export SPARK_HOME=$work/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1

  local port=$((20000 + RANDOM % 20000))
  master=spark://127.0.0.1:$port
  java -Xmx512m -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.master.Master \
    --host 127.0.0.1 --port "$port" --webui-port 0 >"$work/logs/master" 2>&1 &
  master_process=$!
  worker_processes=()
  start_worker 0
  start_worker 1
  until [ "$(grep -c "Registering worker" "$work/logs/master")" -ge 2 ]; do
    kill -0 "$master_process" || { tail -n 20 "$work/logs/master" >&2; return 1; }
    sleep 0.2
  done
}

# Starts HDFS; $hdfs is its address then.
start_hdfs() {
  mkdir -p "$work/logs" "$work/hdfs-classes"
  mvn -B -ntp -q -Dstyle.color=never -f "$home/pom.xml" -pl jobs -Pcluster dependency:build-classpath@cluster
  local cluster_jars
  cluster_jars=$(cat "$home/jobs/target/cluster.classpath")
  javac -d "$work/hdfs-classes" -cp "$cluster_jars" "$home/jobs/trials/Hdfs.java"
  mkfifo "$work/orders"
  java -Xmx1g -cp "$work/hdfs-classes:$cluster_jars" Hdfs "$work/hdfs" "$work/hdfs.address" \
    <"$work/orders" >"$work/logs/hdfs.out" 2>"$work/logs/hdfs.err" &
  hdfs_process=$!
  exec 9>"$work/orders"
  until [ -f "$work/hdfs.address" ]; do
    kill -0 "$hdfs_process" || { tail -n 20 "$work/logs/hdfs.err" >&2; return 1; }
    sleep 0.2
  done
  hdfs=$(cat "$work/hdfs.address")
  mkdir "$work/hadoop"
  echo "<configuration><property><name>fs.defaultFS</name><value>$hdfs</value></property></configuration>" \
    >"$work/hadoop/core-site.xml" # Hadoop's shell wants one
}

start_worker() {
  java -Xmx512m -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 2 --memory 3g \
    --webui-port 0 --work-dir "$work/worker-$1" "$master" >"$work/logs/worker-$1" 2>&1 &
  worker_processes[$1]=$!
}

stop_cluster() {
  # What still runs, with what it has started.
  pkill -P "$$" -f SparkSubmit || true
  local started=(${worker_processes[@]+"${worker_processes[@]}"} ${master_process:-} ${hdfs_process:-})
  if [ "${#started[@]}" -gt 0 ]; then
    pkill -P "$(IFS=,; echo "${started[*]}")" || true
    kill "${started[@]}" 2>/dev/null || true
  fi
  exec 9>&- || true
  sleep 1
  # shellcheck disable=SC2046
  kill -KILL $(jobs -p) 2>/dev/null || true
}

# Gives the file system an order (see Hdfs.java), and waits until it is done.
order() {
  echo "$1" >&9
  local tries=0
  until grep -qxF "done: $1" "$work/logs/hdfs.out"; do
    ((tries += 1)) && [ "$tries" -lt 300 ] || { echo "HDFS did not do: $1" >&2; return 1; }
    sleep 0.1
  done
  : >"$work/logs/hdfs.out"
}

# Hadoop's own shell.
dfs() {
  java -cp "$work/hadoop:$SPARK_HOME/jars/*" -Dlog4j2.level=ERROR org.apache.hadoop.fs.FsShell "$@" 2>>"$work/logs/dfs"
}

# Runs a job on the cluster, in client or cluster mode, its lake and workbooks in a folder of HDFS.
on_cluster() {
  local mode=$1 folder=$2
  shift 2
  MINSHENG_SPARK_OPTS="--master $master --deploy-mode $mode --driver-memory 1g --executor-memory 1g --executor-cores 1
    --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 --conf spark.cores.max=2
    --conf spark.hadoop.dfs.replication=2" \
    "$home/minsheng" "$@" --set "landing=$hdfs/landing" --set "lake=$hdfs/$folder/lake" \
    --set "workbooks=$hdfs/$folder/workbooks" --set "summaries=$hdfs/$folder/runs"
}
