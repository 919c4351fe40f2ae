# shellcheck shell=bash
# What installer/start and tests/run share: packages, LibTorch, configure and build. Sourced by bash.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/horocycle
libtorch=$cache/libtorch-2.11.0
# The processor library of this wheel is linked against these two, with a graphics card or without.
wheels=("torch==2.11.0" "nvidia-cuda-runtime==13.0.*" "nvidia-cuda-cupti==13.0.*")

say() { printf '\n== %s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# install_packages LIST...: installs what dpkg does not know as installed; asks nothing when all is there.
install_packages() {
  command -v dpkg-query apt-get >/dev/null ||
    fail "this needs Debian 12 or a system like it; elsewhere install what $root/installer/packages names and use cmake"
  local wanted missing become=()
  wanted=$(cd "$root/installer/packages" && sed 's/#.*//' "$@" | xargs)
  # shellcheck disable=SC2086  # a list of words
  missing=$(comm -13 \
    <(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort) \
    <(printf '%s\n' $wanted | sort) | xargs)
  if [ -z "$missing" ]; then return; fi
  say "Installing from Debian: $missing"
  if [ "$(id -u)" != 0 ]; then
    become=(sudo -n)
    sudo -n true 2>/dev/null || fail "packages are missing; as root, run: apt-get install --no-install-recommends $missing"
  fi
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 -o Dpkg::Use-Pty=0)
  local install=("${become[@]}" "${apt[@]}" install --yes --no-install-recommends)
  "${become[@]}" "${apt[@]}" update </dev/null || fail "apt-get update failed: see above; is there a network?"
  # A person sees apt's own progress bar, a log one line a package.
  # shellcheck disable=SC2086  # a list of words
  if [ -t 1 ]; then
    "${install[@]}" -o Dpkg::Progress-Fancy=1 $missing </dev/null
  else
    (set -o pipefail; "${install[@]}" $missing </dev/null | sed -n 's/^Setting up \(.*\) \.\.\.$/   \1/p')
  fi || fail "apt-get could not install: $missing"
}

# fetch_libtorch [cuda]: the pinned wheel as a C++ library; whole or not at all. TORCH_ROOT in the environment
# names a LibTorch that is there already.
fetch_libtorch() {
  if [ -n "${TORCH_ROOT:-}" ]; then return; fi
  export TORCH_ROOT=$libtorch/torch
  local cuda=${1:-} dependencies=(--no-deps) download="540 MB" progress=on partial
  if [ -e "$TORCH_ROOT/lib/libtorch_cpu.so" ] && { [ -z "$cuda" ] || [ -d "$libtorch/nvidia/cudnn" ]; }; then return; fi
  if [ -n "$cuda" ]; then dependencies=() download="2.7 GB"; fi
  say "Fetching LibTorch into $libtorch ($download)"
  if [ ! -t 1 ]; then progress=off; fi
  mkdir -p "$cache"
  rm -rf "$libtorch".partial.*  # left by a start that was stopped
  partial=$(mktemp -d "$libtorch.partial.XXXXXX")
  # Debian's own Python: the wheel's name must fit it. pip unpacks beside its target, not in a small /tmp.
  TMPDIR=$partial PIP_ROOT_USER_ACTION=ignore /usr/bin/python3 -m pip install --quiet --no-input --no-cache-dir \
    --disable-pip-version-check --progress-bar "$progress" "${dependencies[@]}" --target "$partial/unpacked" "${wheels[@]}" ||
    { rm -rf "$partial"; fail "LibTorch could not be fetched: see above; is there a network?"; }
  rm -rf "$libtorch"
  mv "$partial/unpacked" "$libtorch"
  rm -rf "$partial"
}

# How many compilers at once: a file that includes LibTorch takes 1.3 GB.
compilers() {
  local gigabytes
  gigabytes=$(awk '/^MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
  local processors
  processors=$(nproc)
  echo $((gigabytes < 1 ? 1 : gigabytes < processors ? gigabytes : processors))
}

# build PRESET [CMAKE OPTION...]: configures and builds build/PRESET.
build() {
  local preset=$1
  shift
  say "Building $preset in $root/build/$preset"
  # Stopped while it wrote, or moved here from elsewhere: a cache like that is of no use.
  if ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$preset/CMakeCache.txt" 2>/dev/null; then
    rm -rf "$root/build/$preset"
  fi
  (cd "$root" && cmake --preset "$preset" --log-level=NOTICE --no-warn-unused-cli -DTORCH_ROOT="$TORCH_ROOT" "$@" >/dev/null) ||
    { echo "configuring $preset failed: see above" >&2; return 1; }
  cmake --build "$root/build/$preset" --parallel "$(compilers)" ||
    { echo "building $preset failed: see above" >&2; return 1; }
}
