"""Places the nodes of a hierarchy so that distances come near path lengths (Zheng, Pawar & Goodman 2019)."""
import argparse
import csv
import json
import os
import signal
import sys
from collections import deque

import numpy as np

SOURCES = 50  # nodes whose distances to all others one epoch looks at


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def read_edges(path):
    """Names of the nodes, and the neighbours of each in the undirected graph."""
    rows, neighbours = {}, []
    with open(path, encoding="utf-8", newline="") as file:
        for parent, child in list(csv.reader(file, delimiter="\t"))[1:]:  # the first line: parent, child
            for name in parent, child:
                if name not in rows:
                    rows[name] = len(rows)
                    neighbours.append([])
            neighbours[rows[parent]].append(rows[child])
            neighbours[rows[child]].append(rows[parent])
    return list(rows), neighbours


def path_lengths(source, neighbours):
    """Edges from `source` to every node; 0 where there is no path."""
    lengths = np.zeros(len(neighbours))
    queue, seen = deque([source]), {source}
    while queue:
        v = queue.popleft()
        for w in neighbours[v]:
            if w not in seen:
                seen.add(w)
                lengths[w] = lengths[v] + 1
                queue.append(w)
    return lengths


def epoch_of(vectors, neighbours, sources, rate):
    """Moves each source and the nodes around it; returns the mean stress of the pairs, and their number."""
    stress = pairs = 0
    for source in sources:
        wanted = path_lengths(source, neighbours)
        others = np.flatnonzero(wanted)
        wanted = wanted[others]
        between = vectors[source] - vectors[others]
        found = np.maximum(np.linalg.norm(between, axis=1), 1e-9)
        stress += np.sum((found / wanted - 1) ** 2)  # weights 1 / d^2
        pairs += len(others)
        # A pair's error is shared between its ends. Near pairs go all the way, far ones less (mu in the paper).
        mu = np.minimum(1, rate * np.max(wanted, initial=1) / wanted**2)
        step = (mu * (found - wanted) / 2 / found)[:, None] * between
        vectors[others] += step
        vectors[source] -= step.mean(axis=0) if len(others) else 0
    return stress / max(pairs, 1), pairs


def save(path, vectors, ids):
    """Under the final name there is a whole file or none."""
    meta = {"manifold": "euclidean", "curvature": 0}
    with open(path + ".part", "wb") as file:
        np.savez(file, vectors=vectors, ids=np.array(ids), meta=json.dumps(meta))
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser()
    for name, kind in [("edges", str), ("dim", int), ("epochs", int), ("lr", float), ("seed", int), ("out", str),
                       ("results", str)]:
        parser.add_argument("--" + name, type=kind, required=True)
    a = parser.parse_args()
    stop = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))

    ids, neighbours = read_edges(a.edges)
    random = np.random.default_rng(a.seed)
    vectors = random.normal(size=(len(ids), a.dim))
    stress, pairs = None, 0
    for epoch in range(a.epochs):
        sources = random.permutation(len(ids))[:SOURCES]
        rate = a.lr ** (epoch / max(a.epochs - 1, 1))  # from 1 down to lr
        stress, pairs = epoch_of(vectors, neighbours, sources, rate)
        say(f"progress {(epoch + 1) / a.epochs:.4f} epoch {epoch + 1} of {a.epochs}")
        say(f"measure stress {epoch + 1} {stress:.9g}")
        if stop:
            break
        save("picture.npz", vectors, ids)
        say("picture picture.npz")
    save(a.out, vectors, ids)
    with open(a.results, "w", encoding="utf-8") as file:
        convention = "mean of (distance / edges - 1)^2 over the sampled pairs of the last epoch"
        json.dump({"stress": {"value": stress, "convention": convention, "n": pairs}}, file)


main()
