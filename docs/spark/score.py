"""Scores JSON Lines with QUALS on Spark (docs/spark.md).

    spark-submit score.py ROWS SCORES PARTITIONS COMMAND

ROWS: JSON Lines with id, source and summary. SCORES: a new folder. COMMAND: for instance "node /opt/quals/cli/quals.js score".
"""

import shlex
import subprocess
import sys

from pyspark.sql import SparkSession, functions

rows_path, scores_path, partitions, command = sys.argv[1:]
# A partition may begin with bad rows. Each becomes an error row.
KEEP_BAD_ROWS = "--keep-bad-rows"
SOME_ROWS_FAILED = 1


def score(lines):
    """Pipes a partition through one process, which loads the model once."""
    text = "".join(f"{line}\n" for line in lines if line.strip())
    if not text:
        return []
    done = subprocess.run([*shlex.split(command), KEEP_BAD_ROWS], input=text, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode not in (0, SOME_ROWS_FAILED):
        raise RuntimeError(f"{command} ended with {done.returncode}")
    return done.stdout.rstrip("\n").split("\n")


spark = SparkSession.builder.appName("quals").getOrCreate()
rows = spark.read.text(rows_path)
# Summaries of one article are neighbours: they share its prefill.
article = functions.get_json_object("value", "$.source")
shared = rows.repartition(int(partitions), article).sortWithinPartitions(article)
shared.rdd.map(lambda row: row.value).mapPartitions(score).saveAsTextFile(scores_path)
