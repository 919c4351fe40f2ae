"""Exact 15 nearest neighbors of made-up clusters against faiss's flat index."""
import sys

import faiss
import numpy as np

import common

rows, columns, turns = (int(a) for a in (sys.argv[1:] + ["100000", "384", "5"][len(sys.argv) - 1:]))
random = np.random.default_rng(0)
inner = random.standard_normal((200, 24))[random.integers(0, 200, rows)] + 0.5 * random.standard_normal((rows, 24))
x = (inner @ random.standard_normal((24, columns)) + 0.1 * random.standard_normal((rows, columns))).astype(np.float32)
x /= np.linalg.norm(x, axis=1, keepdims=True)
np.save("/tmp/neighbors-rows.npy", x)


def flat():
    index = faiss.IndexFlatL2(columns)
    index.add(x)
    return index.search(x, 16)[1]


results = []
for _ in range(turns):
    mine = common.ours("neighbors.search", "/tmp/neighbors-rows.npy", "/tmp/neighbors.npz", exact="true")
    theirs = common.peer(flat)
    results.append({"ours": mine, "peer": theirs})
    found, wanted = np.load("/tmp/neighbors.npz")["indices"], theirs[2]
    same = np.mean([len(set(a) & set(b)) / 15 for a, b in zip(found[:2000], wanted[:2000])])
    print(f"ours {mine[0]:.1f} s ({mine[1]:.1f}), faiss {theirs[0]:.1f} s ({theirs[1]:.1f}), same neighbors {same:.6f}",
          flush=True)
common.report("neighbors", results)
