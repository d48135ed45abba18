"""A DAG for Airflow 2.7 or newer. Change MINSHENG to where the project lies."""

import shlex
from datetime import timedelta

import pendulum
from airflow import DAG
from airflow.operators.bash import BashOperator

MINSHENG = shlex.quote("/opt/minsheng/minsheng")

with DAG(
    dag_id="minsheng",
    schedule="15 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
) as dag:
    BashOperator(
        task_id="nightly",
        bash_command=f"{MINSHENG} nightly",
        # Another run is at work: nothing to do for this one.
        skip_on_exit_code=3,
        append_env=True,
    )

# Back-fill: what would have been known on each day, into folders of its own, so that the tables and workbooks of today
# stay: airflow dags backfill minsheng_backfill --start-date 2026-01-31 --end-date 2026-06-30
with DAG(
    dag_id="minsheng_backfill",
    schedule="@monthly",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
    catchup=False,
    max_active_runs=1,
) as backfill:
    BashOperator(
        task_id="as_of",
        bash_command=(
            f"{MINSHENG} nightly --as-of {{{{ data_interval_end | ds }}}}"
            " --set lake=/data/minsheng/backfill/lake"
            " --set workbooks=/data/minsheng/backfill/{{ data_interval_end | ds }}"
        ),
        append_env=True,
    )
