#!/bin/sh
# Ignores SIGTERM, as do its children. It says their process numbers.
trap '' TERM
sh -c 'echo "pid $$" >&2; while true; do sleep 1; done' &
echo "pid $$" >&2
echo "ready" >&2
while true; do sleep 1; done
