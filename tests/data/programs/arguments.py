# Writes its arguments to the file named first, each ended by a zero byte.
import os
import sys

with open(sys.argv[1], "wb") as out:
    for argument in sys.argv[2:]:
        out.write(os.fsencode(argument) + b"\0")
