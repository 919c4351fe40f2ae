"""UMAP against umap-learn, t-SNE against openTSNE, on Fashion-MNIST; trustworthiness of both by one program."""
import json
import subprocess
import sys

import numpy as np

import common

which = sys.argv[1]
rows, turns = (int(a) for a in (sys.argv[2:] + ["70000", "3"][len(sys.argv) - 2:]))
x = common.fashion_mnist(rows)
np.save("/tmp/layout-rows.npy", x)


def trustworthiness(path):
    done = subprocess.run([common.CLI, "run", "measure.projection", "--in", "embedding=" + path, "--in",
                           "parent=/tmp/layout-rows.npy", "--json"], check=True, capture_output=True).stdout
    return json.loads(done)["results"]["trustworthiness"]


def run_peer():
    if which == "umap":
        import umap
        return umap.UMAP(n_jobs=2).fit_transform(x)
    import openTSNE
    return np.asarray(openTSNE.TSNE(n_jobs=2).fit(x))


if which == "umap":  # compile it first
    import umap
    umap.UMAP(n_jobs=2).fit_transform(x[:4200])
results = []
for _ in range(turns):
    mine = common.ours("project." + which, "/tmp/layout-rows.npy", "/tmp/layout-ours.npz")
    theirs = common.peer(run_peer)
    results.append({"ours": mine, "peer": theirs})
    np.save("/tmp/layout-peer.npy", theirs[2].astype(np.float32))
    print(f"ours {mine[0]:.1f} s ({mine[1]:.1f}) trust {trustworthiness('/tmp/layout-ours.npz'):.4f}, "
          f"peer {theirs[0]:.1f} s ({theirs[1]:.1f}) trust {trustworthiness('/tmp/layout-peer.npy'):.4f}", flush=True)
common.report(which, results)
