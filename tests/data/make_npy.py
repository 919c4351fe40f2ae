"""Makes the arrays in tests/data/npy: python3 tests/data/make_npy.py (numpy 1.24 made those that are kept)."""

import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent / "npy"
folder.mkdir(exist_ok=True)
values = np.array([[0, 1, -2], [3.5, 100, 7]])
whole = np.array([[0, 1, 2], [3, 100, 7]])
for name in ["f2", "f4", "f8"]:
    np.save(folder / f"{name}.npy", values.astype(name))
    np.save(folder / f"{name}_big_endian.npy", values.astype(">" + name))
for name in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]:
    np.save(folder / f"{name}.npy", whole.astype(name))
    np.save(folder / f"{name}_big_endian.npy", whole.astype(">" + name))
np.save(folder / "f8_fortran.npy", np.asfortranarray(values))
np.save(folder / "f4_fortran_cube.npy", np.asfortranarray(np.arange(24, dtype="f4").reshape(2, 3, 4)))
np.save(folder / "bool.npy", np.array([True, False, True]))
np.save(folder / "text.npy", np.array(["bear", "Bär", "動物", "🐻", ""]))
np.save(folder / "text_big_endian.npy", np.array(["bear", "Bär"]).astype(">U4"))
np.save(folder / "bytes.npy", np.array([b"bear", b"ox"]))
np.save(folder / "scalar.npy", np.array("one text"))
np.save(folder / "empty.npy", np.zeros((0, 3), "f4"))
np.save(folder / "object.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
np.save(folder / "structured.npy", np.zeros(2, dtype=[("x", "f4"), ("y", "i4")]))
np.save(folder / "complex.npy", np.zeros(2, dtype="c16"))
with open(folder / "format_2.npy", "wb") as file:
    np.lib.format.write_array(file, values, version=(2, 0))
with open(folder / "format_3.npy", "wb") as file:
    np.lib.format.write_array(file, values, version=(3, 0))
np.savez(folder / "bare.npz", vectors=values.astype("f4"))
np.savez_compressed(folder / "poincare.npz", vectors=values / 200, ids=np.array(["bear", "Bär"]),
                    y=np.array(["a", "b"]), meta=np.array('{"manifold": "poincare", "curvature": -1}'))
