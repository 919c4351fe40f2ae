"""Makes the files in tests/data/vectors: python3 tests/data/make_vectors.py.

Needs numpy, pandas, h5py, anndata, scipy and safetensors (2.4, 2.3, 3.16, 0.12, 1.17 and 0.8 made those kept)."""

import gzip
import pathlib
import struct

import anndata
import h5py
import numpy as np
import pandas as pd
import safetensors.numpy
import scipy.sparse

folder = pathlib.Path(__file__).parent / "vectors"
folder.mkdir(exist_ok=True)
words = ["king", "queen", "Bär", "new york"]
rows = np.array([[0.5, -1.25, 3], [1e-3, 2.5, -4], [0, 0.125, 1e2], [7, 8.5, -9]], dtype="f4")


def text_rows(names):
    return "".join(name + " " + " ".join(f"{x:g}" for x in row) + "\n" for name, row in zip(names, rows))


(folder / "words.vec").write_text("4 3\n" + text_rows(words), encoding="utf-8")
(folder / "glove.txt").write_text(text_rows(words), encoding="utf-8")
(folder / "latin1.vec").write_bytes(("4 3\n" + text_rows(words)).encode("latin-1"))
(folder / "words.bin").write_bytes(
    b"4 3\n" + b"".join(word.replace(" ", "_").encode() + b" " + row.tobytes() + b"\n" for word, row in zip(words, rows)))

(folder / "projector.tsv").write_text("".join("\t".join(f"{x:g}" for x in row) + "\n" for row in rows))
(folder / "metadata.tsv").write_text("word\tkind\nking\tperson\nqueen\tperson\nbear\tanimal\nnew york\tplace\n")
(folder / "names.tsv").write_text("king\nqueen\nbear\nnew york\n")
pd.DataFrame({"id": ["a", "b", "c", "d"], "x": rows[:, 0], "y": rows[:, 1], "note": ["one", "two, three", 'say "hi"', "line\nend"],
              "count": [1, 2, 3, 4], "label": ["p", "q", "p", "q"]}).to_csv(folder / "table.csv", index=False)
pd.DataFrame(rows).to_csv(folder / "frame.csv")

safetensors.numpy.save_file({"embeddings.word": rows, "embeddings.norm": np.ones(3, "f4")}, folder / "one.safetensors")
safetensors.numpy.save_file({"a": rows.astype("f2"), "b": rows.astype("f8"), "c": rows.astype("i4")},
                            folder / "three.safetensors")

np.savez(folder / "plain.npz", embedding=rows, words=np.array(words), freq=np.array([4, 3, 2, 1]), mean=rows.mean(0))
np.savez(folder / "several.npz", train=rows, test=rows[:2])
np.save(folder / "pictures.npy", np.arange(24, dtype="u1").reshape(2, 3, 4))
with open(folder / "object.npz", "wb") as file:
    np.savez(file, vectors=rows, names=np.array([{"a": 1}] * 4, dtype=object))

with h5py.File(folder / "rows.h5", "w") as file:
    group = file.create_group("space")
    group.create_dataset("vectors", data=rows, compression="gzip", chunks=(2, 3))
    group.create_dataset("ids", data=words)
    group.create_dataset("labels", data=np.array([b"p", b"q", b"p", b"q"]))
    group.create_dataset("weight", data=np.arange(4.0))
    group.create_dataset("flag", data=np.array([True, False, True, False]))
with h5py.File(folder / "two.h5", "w") as file:
    file["a"] = rows
    file["b"] = rows.astype("f8")
with h5py.File(folder / "blocks.h5", "w") as file:
    count = 100_000
    packed = dict(compression="gzip", compression_opts=9, shuffle=True)
    file.create_dataset("v", data=np.arange(3 * count, dtype="i4").reshape(count, 3), chunks=(7000, 2), **packed)
    file.create_dataset("ids", data=np.array([f"row {i}" for i in range(count)], dtype="S"), chunks=(7000,), **packed)
with h5py.File(folder / "virtual.h5", "w") as file:
    layout = h5py.VirtualLayout(shape=(4, 3), dtype="f4")
    layout[:] = h5py.VirtualSource("rows.h5", "space/vectors", shape=(4, 3))
    file.create_virtual_dataset("v", layout)

obs = pd.DataFrame({"kind": pd.Categorical(["T", "B", None, "T"]), "score": [0.5, 1.5, 2.5, 3.5],
                    "count": pd.array([1, None, 3, 4], dtype="Int64"), "note": ["w", "x", "y", "z"]},
                   index=["cell1", "cell2", "cell3", "cell4"])
counts = np.array([[0, 1, 0, 2], [0, 0, 0, 0], [3, 0, 0, 4], [0, 5, 6, 0]], dtype="f4")
for name, matrix in [("dense", counts), ("csr", scipy.sparse.csr_matrix(counts)), ("csc", scipy.sparse.csc_matrix(counts))]:
    data = anndata.AnnData(matrix, obs=obs.copy())
    data.obsm["X_pca"] = rows.astype("f8")
    data.layers["counts"] = matrix.copy()
    data.write_h5ad(folder / f"{name}.h5ad", compression="gzip")

pictures = np.arange(2 * 3 * 4, dtype="u1").reshape(2, 3, 4)
header = struct.pack(">BBBBIII", 0, 0, 8, 3, 2, 3, 4)
(folder / "few-images-idx3-ubyte").write_bytes(header + pictures.tobytes())
with open(folder / "few-images-idx3-ubyte.gz", "wb") as file, gzip.GzipFile("", "wb", mtime=0, fileobj=file) as packed:
    packed.write(header + pictures.tobytes())
(folder / "few-labels-idx1-ubyte").write_bytes(struct.pack(">BBBBI", 0, 0, 8, 1, 2) + bytes([7, 3]))
(folder / "floats.idx").write_bytes(struct.pack(">BBBBII", 0, 0, 13, 2, 4, 3) + rows.astype(">f4").tobytes())
