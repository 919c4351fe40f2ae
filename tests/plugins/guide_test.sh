#!/bin/bash
# Does what the guide to plugins says, on an installation in a folder of its own. Usage: guide_test.sh BUILD SOURCE VIEWS
set -euo pipefail
build=$1 source=$2 views=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=$scratch/prefix
export HOME=$scratch/home XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config HOROCYCLE_PLUGIN_PATH=
export PATH=$prefix/bin:$PATH
cmake --install "$build" --prefix "$prefix" > /dev/null

# The lines of the guide's code blocks of one language; where Horocycle is installed is said by us.
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$source/resources/help/plugins.md" | grep -v -e '^```' -e '^prefix='; }
cd "$scratch"
started=$SECONDS
set -x
eval "$(block sh)"
{ took=$((SECONDS - started)); } 2> /dev/null
horocycle-cli plugins --json | grep -q '"state": "loaded"'
horocycle-cli methods chunk.marks --json | grep -q '"origin": "org.horocycle.template 1.0.0"'
grep -q '"label": "One,"' marks.json
horocycle-cli run embed.triplets --in hierarchy=wordnet:mammal --set epochs=20 --session s.horo --out e.npz
horocycle-cli run measure.edge-contrast --in embedding=e.npz --in hierarchy=wordnet:mammal --session s.horo
horocycle-cli replay s.horo
if [ "$views" = ON ]; then
  eval "$(block view)"
  horocycle figure s.horo --view radii --out radii.svg
  grep -q 'distance to the origin' radii.svg
fi
# HDF5 is read by a program that lies beside the core.
horocycle-cli info "$source/tests/data/vectors/rows.h5" | grep -q float32
{ echo "the template was copied, built, checked and installed in $took s"; } 2> /dev/null
