"""Runs ours as a program and times what it and a peer use."""
import gzip
import json
import os
import resource
import subprocess
import time

import numpy as np

CLI = os.environ.get("HOROCYCLE_CLI", "horocycle-cli")


def fashion_mnist(rows):
    """All 70,000 pictures as rows of 784 numbers from 0 to 1, or the first of them."""
    folder = "/usr/share/dataset-fashion-mnist" if os.path.isdir("/usr/share/dataset-fashion-mnist") else "/usr/share/datasets/fashion-mnist"
    folder = os.environ.get("FASHION_MNIST", folder)
    parts = []
    for name in ("train", "t10k"):
        path = os.path.join(folder, name + "-images-idx3-ubyte.gz")
        data = gzip.open(path).read()
        parts.append(np.frombuffer(data, np.uint8, offset=16).reshape(-1, 784))
    return (np.concatenate(parts)[:rows] / np.float32(255)).astype(np.float32)


def ours(method, source, out, **parameters):
    """(wall seconds of the method, processor seconds of the program, its results)"""
    command = [CLI, "run", method, "--in", "embedding=" + source, "--out", out, "--json"]
    for name, value in parameters.items():
        command += ["--set", f"{name}={value}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done["seconds"], used, done["results"]


def peer(run):
    """(wall seconds, processor seconds, what it gave)"""
    before, start = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    result = run()
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, result


def report(name, turns):
    for who in ("ours", "peer"):
        walls = [turn[who][0] for turn in turns]
        used = [turn[who][1] for turn in turns]
        print(f"{name} {who}: wall median {np.median(walls):.1f} s ({', '.join(f'{w:.1f}' for w in walls)}), "
              f"processor median {np.median(used):.1f} s")
    print(f"{name} ratio peer / ours: wall {np.median([t['peer'][0] / t['ours'][0] for t in turns]):.2f}, "
          f"processor {np.median([t['peer'][1] / t['ours'][1] for t in turns]):.2f}; load {os.getloadavg()}")
