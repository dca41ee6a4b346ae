"""The same figures by matplotlib: a line with points, target band, median and a series break, as SVG and as
PNG of 1600 x 900. Seconds of CPU, the middle of several runs in one warm process. Called by benches/charts.rs."""

import csv
import io
import statistics
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [(month, float(value) if value else float("nan")) for month, value in csv.reader(file)]
months = [month for month, _ in rows]
values = [value for _, value in rows]


def draw():
    figure, axes = plt.subplots(figsize=(8, 4.5))
    axes.axhspan(20, 30, color="#E4EFE8")
    axes.axhline(statistics.median(value for value in values if value == value), linestyle="--", linewidth=1)
    axes.axvline(3, linewidth=1)
    axes.plot(range(len(values)), values, marker="o", markersize=4)
    axes.set_xticks(range(0, len(months), 6), months[::6])
    axes.set_title("Under medianen i 15 af 17 måneder: mere end tilfældig variation", loc="left")
    return figure


def timed(form, runs, **more):
    took = []
    for _ in range(runs):
        begin = time.process_time()
        figure = draw()
        figure.savefig(io.BytesIO(), format=form, **more)
        plt.close(figure)
        took.append(time.process_time() - begin)
    return statistics.median(took)


timed("svg", 2)
print(f"matplotlib {matplotlib.__version__}, warm: SVG {timed('svg', 9) * 1000:.1f} ms of CPU, "
      f"PNG of 1600 x 900 {timed('png', 9, dpi=200) * 1000:.1f} ms of CPU")
