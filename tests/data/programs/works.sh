#!/bin/sh
# Copies the edges, and says one line of each sort. Arguments: EDGES OUTPUT RESULTS
echo "reading $(basename "$1")" >&2
echo "progress 0.25 line 1 of 4" >&2
echo "measure loss 1 0.5" >&2
printf 'measure loss 2 0.25\nmeasure loss 3 nan\nprogress 7 too much\nwarning one edge is dull\n' >&2
cp "$1" picture.tsv
echo "picture picture.tsv" >&2
echo "picture absent.tsv" >&2
echo "to standard output"
cp "$1" "$2"
printf '{"edges": 2, "depth": {"value": 1.5, "convention": "mean over leaves", "unit": "edges", "n": 2}, "hole": null}' > "$3"
printf 'no end of line' >&2
