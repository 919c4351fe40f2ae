# Writes an embedding whose second row is no number. Argument: OUTPUT
import struct
import sys
import zipfile


def npy(kind, shape, data):
    head = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }" % (kind, shape)
    head += " " * (63 - (len(head) + 10) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head.encode() + data


with zipfile.ZipFile(sys.argv[1], "w") as file:
    file.writestr("vectors.npy", npy("<f4", "(2, 2)", struct.pack("<4f", 0, 1, float("nan"), 2)))
    file.writestr("ids.npy", npy("<U1", "(2,)", "ab".encode("utf-32-le")))
